import { createHash } from 'node:crypto';
import { micromark } from 'micromark';
import type { Localised } from '#db/schema/network';
import type { Locale } from '~/lib/paraglide/runtime.js';

/** The texts of a statement or of a draft of one; `body` is Markdown. */
export interface StatementText {
  title: Localised;
  body: Localised;
  /** What is new in it. */
  changes: Localised;
}

/** A text in the reader's language, or else in one that it has, and which that is. */
export function inLanguage(text: Localised, ...wanted: Locale[]): { text: string; language: Locale } {
  const language = [...wanted, 'en' as const, 'es' as const].find((locale) => text[locale]) ?? 'en';
  return { text: text[language] ?? '', language };
}

/** Markdown as HTML: no raw HTML, no pictures, and no heading above those of the page. */
export function statementHtml(markdown: string): string {
  const html = micromark(markdown, { extensions: [{ disable: { null: ['labelStartImage'] } }] });
  return html.replaceAll(/<(\/?)h1>/g, '<$1h2>');
}

const sorted = (text: Localised) => Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1));

/** SHA-256 of what is signed: title and body in every language. */
export const statementSha256 = ({ title, body }: Pick<StatementText, 'title' | 'body'>): string =>
  createHash('sha256')
    .update(JSON.stringify([sorted(title), sorted(body)]))
    .digest('hex');

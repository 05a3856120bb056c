import { createHash } from 'node:crypto';
import { micromark } from 'micromark';
import type { Localised } from '#db/schema/network';
import { inLanguage } from '~/lib/localised';
import type { Locale } from '~/lib/paraglide/runtime.js';

/** The texts of a statement or of a draft of one; `body` is Markdown. */
export interface StatementText {
  title: Localised;
  body: Localised;
  /** What is new in it. */
  changes: Localised;
}

/** Markdown as HTML: no raw HTML, no pictures, and no heading above those of the page. */
export function statementHtml(markdown: string): string {
  const html = micromark(markdown, { extensions: [{ disable: { null: ['labelStartImage'] } }] });
  return html.replaceAll(/<(\/?)h1>/g, '<$1h2>');
}

/** The texts as a page shows them: each in the first of these languages that it has, and which that is. */
export function shownText(texts: StatementText, ...wanted: [Locale, ...Locale[]]) {
  const title = inLanguage(texts.title, ...wanted);
  const body = inLanguage(texts.body, ...wanted);
  const changes = inLanguage(texts.changes, ...wanted);
  return {
    title: title.text,
    titleLanguage: title.language,
    html: statementHtml(body.text),
    language: body.language,
    changes: changes.text,
    changesLanguage: changes.language,
  };
}

const sorted = (text: Localised) => Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1));

/** SHA-256 of what is signed: title and body in every language. */
export const statementSha256 = ({ title, body }: Pick<StatementText, 'title' | 'body'>): string =>
  createHash('sha256')
    .update(JSON.stringify([sorted(title), sorted(body)]))
    .digest('hex');

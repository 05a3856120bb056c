import { createHash } from 'node:crypto';
import { type Document, isMap, parseDocument } from 'yaml';
import type { LooseCategory, LooseRecipient, LooseStatistics } from './draft-parts';

const SPLIT = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/;
const LANGUAGE = /^=== ([a-z]{2})$/m;

/** A document's text with line ends as it is stored. */
export const asStored = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

function partsOf(text: string): { front: Document; body: string } | null {
  const [, yaml, body = ''] = SPLIT.exec(asStored(text)) ?? [];
  if (yaml === undefined) return null;
  const front = parseDocument(yaml);
  const whole = front.errors.length === 0 && ['categories', 'recipients'].every((part) => isMap(front.get(part)));
  return whole ? { front, body } : null;
}

const said = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(said) : []);
const entries = (value: unknown): [string, Record<string, unknown>][] =>
  Object.entries((value ?? {}) as object).map(([name, rule]) => [name, rule && typeof rule === 'object' ? rule : {}]);

const looseCategory = ([name, rule]: [string, Record<string, unknown>]): LooseCategory => {
  const label = (rule.label ?? {}) as Record<string, unknown>;
  return {
    name,
    label: { en: said(label.en), es: said(label.es) },
    fields: listed(rule.fields),
    ceiling: said(rule.ceiling),
    default: said(rule.default),
    relations: listed(rule.relations),
    purposes: listed(rule.purposes),
    searchable: rule.searchable === true,
    basis: said(rule.basis),
    retention: said(rule.retention),
  };
};

export interface LooseTable {
  categories: LooseCategory[];
  recipients: LooseRecipient[];
  statistics: LooseStatistics;
}

/** What the table of a document says, right or wrong; null where it cannot be read as a table at all. */
export function looseTable(text: string): LooseTable | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const front = parts.front.toJS() as Record<string, unknown>;
  const statistics = (front.statistics ?? {}) as Record<string, unknown>;
  return {
    categories: entries(front.categories).map(looseCategory),
    recipients: entries(front.recipients).map(([name, rule]) => ({
      name,
      categories: listed(rule.categories),
      purposes: listed(rule.purposes),
    })),
    statistics: { minimum: said(statistics.minimum_cell), round: said(statistics.round_to) },
  };
}

/** @param change may assume that categories and recipients are maps */
function edited(text: string, change: (front: Document) => void): string {
  const parts = partsOf(text);
  if (!parts) return text;
  change(parts.front);
  return `---\n${parts.front.toString({ lineWidth: 0 }).trimEnd()}\n---\n${parts.body}`;
}

const flow = (front: Document, value: unknown) => front.createNode(value, { flow: true });

/** A number where it is one; what else was typed stays as it is, for the check to name. */
const numeric = (typed: string): number | string => (/^\d{1,9}$/.test(typed) ? Number(typed) : typed);

/** Puts a category in place of the one of its name, or at the end. A field stands in one category: it leaves the others. */
export function withCategory(text: string, { name, label, ...rule }: LooseCategory): string {
  const labels = Object.fromEntries(Object.entries(label).filter(([, words]) => words));
  const others = looseTable(text)?.categories.filter((each) => each.name !== name) ?? [];
  const subject = name.split('.')[0];
  return edited(text, (front) => {
    for (const other of others) {
      const left = other.fields.filter((field) => !rule.fields.includes(field));
      if (other.name.split('.')[0] === subject && left.length < other.fields.length)
        front.setIn(['categories', other.name, 'fields'], flow(front, left));
    }
    const made = { ...(Object.keys(labels).length > 0 && { label: labels }), ...rule };
    front.setIn(['categories', name], flow(front, made));
  });
}

export const withoutCategory = (text: string, name: string): string =>
  edited(text, (front) => void front.deleteIn(['categories', name]));

export const withRecipient = (text: string, { name, ...rule }: LooseRecipient): string =>
  edited(text, (front) => front.setIn(['recipients', name], flow(front, rule)));

export const withoutRecipient = (text: string, name: string): string =>
  edited(text, (front) => void front.deleteIn(['recipients', name]));

export const withStatistics = (text: string, { minimum, round }: LooseStatistics): string =>
  edited(text, (front) =>
    front.set('statistics', flow(front, { minimum_cell: numeric(minimum), round_to: numeric(round) })),
  );

const head = (text: string, name: string, value: string): string =>
  text.replace(new RegExp(`^${name}:.*$`, 'm'), `${name}: ${value}`);

export const withVersion = (text: string, version: number): string => head(text, 'version', String(version));

/** @param day ISO date */
export const withEffective = (text: string, day: string): string => head(text, 'effective', day);

/** The day a document names, or null. */
export const effectiveOf = (text: string): string | null =>
  /^effective: *["']?(\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? null;

/** Markdown by language, in the order of the document. */
export function proseOf(text: string): Map<string, string> {
  const [, , body = ''] = SPLIT.exec(asStored(text)) ?? [];
  const pieces = body.split(new RegExp(LANGUAGE, 'm'));
  const prose = new Map<string, string>();
  for (let at = 1; at < pieces.length; at += 2) prose.set(pieces[at] as string, (pieces[at + 1] ?? '').trim());
  return prose;
}

/** Puts the text of one language in place of what it was, or at the end. */
export function withProse(text: string, language: string, markdown: string): string {
  const stored = asStored(text);
  const front = /^---\n[\s\S]*?\n---/.exec(stored)?.[0];
  if (!front) return text;
  const prose = proseOf(stored).set(language, asStored(markdown).trim());
  return `${front}\n${[...prose].map(([name, words]) => `\n=== ${name}\n\n${words}\n`).join('')}`;
}

/** Tells whether a part is still as somebody saw it when they began to write on it. */
export const baseOf = (part: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(part ?? null))
    .digest('hex');

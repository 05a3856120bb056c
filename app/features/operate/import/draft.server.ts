import { createHash } from 'node:crypto';
import { GROUP_LIMITS } from '~/features/directory/groups.schema';
import { fold } from '~/lib/text';
import { garbledWord, isFalse, isFormula, saysNothing, splitValues } from './cells';
import type { Field } from './columns';
import { type Contact, readContact } from './contact';
import type { RowNote } from './notes';
import type { CsvRow } from './read-csv.server';
import type { Column } from './table.server';

/** A filled cell under its column's name. */
export interface Said {
  column: string;
  text: string;
}

/** A row understood as far as that needs neither the database nor other rows. */
export interface Draft extends Contact {
  row: number;
  /** What the row is known by in its source, across imports. */
  sourceId: string;
  hasId: boolean;
  /** Hash of every cell. */
  content: string;
  name: string;
  abbreviation: string | null;
  purpose: Said[];
  activities: Said[];
  topics: Said[];
  scope: Said[];
  place: Said[];
  cells: { city: string; region: string; postalCode: string; country: string };
  notes: RowNote[];
  /** Why nothing can be made of it. */
  skip?: RowNote;
}

const hash = (parts: string[]) => createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32);

/** Reads a row by the columns' fields. Nothing of a mapped column is passed over without a note. */
export function draftRow({ row, cells, notes: before }: CsvRow, columns: readonly Column[]): Draft {
  const notes = [...before];
  const said = new Map<Field, Said[]>();
  for (const [at, { name: column, field }] of columns.entries()) {
    const text = cells[at] ?? '';
    if (!field || field === 'ignore' || saysNothing(text)) continue;
    if (isFormula(text)) notes.push({ code: 'formula', detail: column });
    const garbled = garbledWord(text);
    if (garbled) notes.push({ code: 'garbled', detail: garbled });
    said.set(field, [...(said.get(field) ?? []), { column, text }]);
  }
  const all = (field: Field) => said.get(field) ?? [];
  const one = (field: Field) => all(field)[0]?.text.replace(/\s+/g, ' ') ?? '';
  for (const { column, text } of all('notes'))
    if (!isFalse(text)) notes.push({ code: 'note', detail: `${column}: ${text}` });
  const contact = readContact(all, notes);
  const fullName = one('name') || one('abbreviation');
  if (!one('name') && fullName) notes.push({ code: 'abbreviation_as_name' });
  const id = one('id');
  if (!id && columns.some(({ field }) => field === 'id')) notes.push({ code: 'without_id' });
  const described = ['purpose', 'activities', 'topics', 'website', 'links', 'email'].some(
    (field) => all(field as Field).length > 0,
  );
  if (fullName && !described) notes.push({ code: 'only_a_name' });
  return {
    row,
    sourceId: id
      ? id.length <= 200
        ? id
        : `id:${hash([id])}`
      : `row:${hash([fold(fullName), contact.website ?? ''])}`,
    hasId: id !== '',
    content: hash(cells),
    name: fullName,
    abbreviation: one('abbreviation') || null,
    purpose: all('purpose'),
    activities: all('activities'),
    topics: all('topics'),
    scope: all('scope'),
    place: all('place'),
    cells: { city: one('city'), region: one('region'), postalCode: one('postal_code'), country: one('country') },
    ...contact,
    notes,
    ...(fullName ? {} : { skip: { code: cells.some(Boolean) ? 'no_name' : 'empty' } satisfies RowNote }),
  };
}

/** Topics of a cell; a sentence is none. */
export const topicsOf = (text: string): string[] =>
  splitValues(text)
    .filter((topic) => topic.length <= 80 && fold(topic) !== '')
    .slice(0, GROUP_LIMITS.topics);

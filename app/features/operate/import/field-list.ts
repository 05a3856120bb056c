import { fold } from '~/lib/text';

/** What the columns of one kind of table may hold: `ignore`, which keeps a column out, is always among the fields. */
export interface FieldList<F extends string> {
  /** In the order they are listed to people. */
  fields: readonly F[];
  /** Fields that only one column can fill. */
  single: ReadonlySet<F>;
  /** The field each column seems to hold by its name, null where nothing fits. */
  guess(columns: readonly string[]): (F | null)[];
  /** What nothing can be imported without, and how its lack is told before the columns are listed. */
  required: { field: F; lack(): string } | null;
}

/** Finds fields by the names columns have, in any case and with or without accents: words parted by semicolons. */
export function bySynonyms<F extends string>(
  synonyms: Partial<Record<F, string>>,
): (columns: readonly string[]) => (F | null)[] {
  const known = new Map(
    (Object.entries(synonyms) as [F, string][]).flatMap(([field, words]) =>
      words.split(';').map((word) => [word, field] as const),
    ),
  );
  return (columns) => columns.map((column) => known.get(fold(column)) ?? null);
}

/** Leaves a field that one column alone can fill to the first of its columns. */
export const firstOfSingle = <F extends string>(fields: (F | null)[], single: ReadonlySet<F>): (F | null)[] =>
  fields.map((field, at) => (field && single.has(field) && fields.indexOf(field) < at ? null : field));

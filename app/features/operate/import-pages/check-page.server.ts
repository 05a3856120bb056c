import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { reportsAsRead } from '../import/as-read.server';
import { type Field, GROUP_FIELDS } from '../import/columns';
import { tryImport } from '../import/import-groups.server';
import { readRows } from '../import/read-csv.server';
import { type CsvTable, headerHash, openTableOf } from '../import/table.server';
import { type OwnFile, ownFile } from './files.server';
import { type Told, tell } from './told';

/** Rows that are looked at before anything is written: more would keep whoever waits for the page. */
export const MOST_TRIED = 1000;
const FIRST_ROWS = 5;
const LONGEST_CELL = 120;

/** Opens the file whatever its columns are called: people say what they hold. */
const ANY_COLUMNS = { ...GROUP_FIELDS, required: null };

export interface CheckPage {
  fileId: string;
  fileName: string;
  encoding: string;
  rows: number;
  columns: { name: string; field: Field }[];
  fields: readonly Field[];
  /** The columns were said before, for a file with the same header. */
  remembered: boolean;
  source: string;
  firstRows: string[][];
  fault: { kind: 'no_name' | 'twice'; field: Field } | null;
  /** What would become of the first rows; null while the columns are not clear. */
  told: (Told & { tried: number }) | null;
}

/** The columns a form said, by place: `c0`, `c1` … */
const saidField = (said: URLSearchParams, at: number): Field | undefined =>
  GROUP_FIELDS.fields.find((field) => field === said.get(`c${at}`));

/** Columns of a file with the fields that were said, remembered or guessed for them, and what is wrong with those. */
export async function readColumns(file: OwnFile, said: URLSearchParams) {
  const guessed = await openTableOf(ANY_COLUMNS, file.content, {});
  const remembered = await rememberedMapping(guessed.columns.map(({ name }) => name));
  const columns = guessed.columns.map(({ name, field }, at) => ({
    name,
    field: saidField(said, at) ?? (remembered?.[name] as Field | undefined) ?? field ?? ('ignore' as const),
  }));
  const twice = columns.find(
    ({ field }, at) => GROUP_FIELDS.single.has(field) && columns.findIndex((other) => other.field === field) < at,
  );
  const named = columns.some(({ field }) => field === 'name');
  const fault: CheckPage['fault'] = twice
    ? { kind: 'twice', field: twice.field }
    : named
      ? null
      : { kind: 'no_name', field: 'name' };
  return {
    guessed,
    columns,
    fault,
    remembered: remembered !== null && ![...said.keys()].some((key) => /^c\d/.test(key)),
  };
}

/** A table that was read already, by what its columns were said to hold. */
export const withFields = (table: CsvTable, columns: readonly { field: Field }[]): CsvTable => ({
  ...table,
  columns: table.columns.map((column, at) => ({ ...column, field: columns[at]?.field ?? null })),
});

async function rememberedMapping(columns: readonly string[]): Promise<Record<string, string> | null> {
  const [run] = await command(({ db }) =>
    db.execute<{ mapping: Record<string, string> }>(sql`
      select mapping from core.import_runs where header_sha256 = ${headerHash(columns)} and kind = 'groups'
      order by created_at desc limit 1`),
  );
  return run?.mapping ?? null;
}

/** What an uploaded file would become. @throws DomainError `not_found` for anybody but its uploader */
export async function checkPage(viewer: SignedIn, fileId: string, said: URLSearchParams): Promise<CheckPage> {
  const file = await ownFile(viewer, fileId);
  const { guessed, columns, fault, remembered } = await readColumns(file, said);
  const source =
    said.get('source')?.trim().slice(0, 200) || file.fileName.replace(/\.[a-z]{2,4}$/i, '').replace(/[-_\s]+/g, ' ');
  const firstRows: string[][] = [];
  for await (const { cells } of readRows(
    guessed.text,
    guessed.delimiter,
    columns.map(({ name }) => name),
  )) {
    firstRows.push(cells.map((cell) => cell.slice(0, LONGEST_CELL)));
    if (firstRows.length === FIRST_ROWS) break;
  }
  const tried = fault
    ? null
    : await reportsAsRead(viewer, await tryImport(viewer, withFields(guessed, columns), source, { most: MOST_TRIED }));
  return {
    fileId: file.id,
    fileName: file.fileName,
    encoding: guessed.encoding,
    rows: guessed.rows,
    columns,
    fields: GROUP_FIELDS.fields,
    remembered,
    source,
    firstRows,
    fault,
    told: tried && { ...tell(tried), tried: tried.length },
  };
}

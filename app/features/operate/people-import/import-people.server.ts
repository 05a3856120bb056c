import { readerPool } from '#db/reader.server';
import { positions } from '#db/schema/groups';
import type { Actor } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import { readVocabularies } from '~/features/directory/vocabularies.server';
import { addImported, holdAddresses, knownAddresses } from '~/features/joining/imported.server';
import type { ProfileValues } from '~/features/profile/profile.schema';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit, undone } from '~/sharing/command.server';
import { BATCH_ROWS } from '../import/limits';
import type { RowNote } from '../import/notes';
import { readRows } from '../import/read-csv.server';
import { beginRun, finishRun, moveOn, type Run } from '../import/runs.server';
import { sourceName } from '../import/source-name';
import { type Content, type CsvTable, openTableOf } from '../import/table.server';
import { type ComposedPerson, composePerson, type Known, knownWords } from './compose.server';
import { draftPerson, type PersonDraft } from './draft';
import { PERSON_FIELDS, type PersonField } from './fields';
import { type DoneRows, doneRows, keepRows, type PersonRow } from './runs.server';

export interface PeopleImportOptions {
  dryRun?: boolean;
  /** Corrections of the guessed columns, "Column=field". */
  map?: readonly string[];
  /** Where the addresses come from, in words that people read in their invitation; the file's name unless said. */
  source?: string;
  /** For a file whose encoding is guessed wrong. */
  encoding?: string;
  /** Longest file taken, in rows. */
  mostRows?: number;
  onProgress?: (done: number, total: number) => void;
}

/** What an import did, or in a dry run would do: every row of the file is in it, in the file's order. */
export interface PeopleReport {
  dryRun: boolean;
  runId: string | null;
  fileName: string;
  source: string;
  encoding: { name: string; guessed: boolean };
  columns: { name: string; field: PersonField | null; filled: number }[];
  notes: RowNote[];
  rows: PersonRow[];
}

interface Prepared {
  draft: PersonDraft;
  composed: ComposedPerson | null;
  /** The row that has this address already. */
  twin: number | null;
}

/**
 * Imports a CSV file of people, in batches that are each written whole or not at all; the same file again goes on where
 * it was cut off. They become imported people, whom only stewards see until they accept an invitation.
 * @throws DomainError before anything is written, for a file that cannot be read to its end
 */
export async function importPeople(
  actor: Actor,
  file: { fileName: string; content: Content },
  options: PeopleImportOptions = {},
): Promise<PeopleReport> {
  mustBe(actor, 'steward');
  const table = await openTableOf(PERSON_FIELDS, file.content, options);
  const { mostRows = Number.POSITIVE_INFINITY, dryRun = false } = options;
  if (table.rows > mostRows)
    throw new DomainError('too_large', m.file_fault_too_many_here({ rows: table.rows, most: mostRows }));
  const source = sourceName(file.fileName, options.source);
  const { fileName } = file;
  const run = dryRun ? null : await command((unit) => takeUp(actor, unit, { kind: 'people', fileName, source, table }));
  const rows: PersonRow[] = [];
  for await (const batch of prepared(table)) {
    rows.push(...(await writeBatch(actor, batch, { source, run, dryRun })));
    options.onProgress?.(rows.length, table.rows);
  }
  if (run) await command((unit) => finishRun(unit, run));
  const encoding = { name: table.encoding, guessed: table.guessed };
  const { columns, notes } = table;
  return { dryRun, runId: run?.id ?? null, fileName, source, encoding, columns, notes, rows };
}

interface TakenUp extends Run {
  done: DoneRows;
}

async function takeUp(actor: Actor, unit: Unit, beginning: Parameters<typeof beginRun>[2]): Promise<TakenUp> {
  const run = await beginRun(actor, unit, beginning);
  return { ...run, done: await doneRows(unit, run.id) };
}

/** The file's rows in batches, each compared with what the network knows and with the rows before it. */
async function* prepared(table: CsvTable<PersonField>): AsyncGenerator<Prepared[]> {
  const sql = readerPool('steward');
  const known: Known = await knownWords(sql, await readVocabularies(sql));
  const names = table.columns.map(({ name }) => name);
  const rowOf = new Map<string, number>();
  const batch: PersonDraft[] = [];
  const prepare = () =>
    Promise.all(
      batch.splice(0).map(async (draft): Promise<Prepared> => {
        const first = draft.skip ? undefined : rowOf.get(draft.email);
        const twin = first === undefined || first === draft.row ? null : first;
        return { draft, twin, composed: draft.skip || twin !== null ? null : await composePerson(draft, known) };
      }),
    );
  for await (const row of readRows(table.text, table.delimiter, names)) {
    const draft = draftPerson(row, table.columns);
    if (!draft.skip && !rowOf.has(draft.email)) rowOf.set(draft.email, draft.row);
    batch.push(draft);
    if (batch.length === BATCH_ROWS) yield await prepare();
  }
  if (batch.length > 0) yield await prepare();
}

async function writeBatch(
  actor: Actor,
  batch: readonly Prepared[],
  { source, run, dryRun }: { source: string; run: TakenUp | null; dryRun: boolean },
): Promise<PersonRow[]> {
  const before = batch.flatMap(({ draft: { row, name } }): PersonRow[] => {
    const done = run?.done.get(row);
    return done ? [{ row, name, ...done }] : [];
  });
  const left = batch.filter(({ draft }) => !run?.done.has(draft.row));
  if (left.length === 0) return before;
  const lastLine = left.at(-1)?.draft.row ?? 1;
  const work = async (unit: Unit) => {
    if (run) await moveOn(unit, run, lastLine);
    const { rows, ids } = await writeRows(actor, unit, left, { source, runId: run?.id ?? null });
    if (run) await keepRows(unit, run.id, rows, ids);
    return rows;
  };
  const rows = await (dryRun ? undone(work) : command(work));
  if (run) run.lastLine = lastLine;
  return [...before, ...rows];
}

async function writeRows(
  actor: Actor,
  unit: Unit,
  batch: readonly Prepared[],
  { source, runId }: { source: string; runId: string | null },
): Promise<{ rows: PersonRow[]; ids: Map<number, string> }> {
  await holdAddresses(unit);
  const known = await knownAddresses(
    unit.db,
    batch.flatMap(({ draft }) => draft.email || []),
  );
  const rows = batch.map((each) => decide(each, known));
  const wanted = batch.flatMap(({ draft, composed }, at) =>
    composed?.profile && rows[at]?.outcome === 'created'
      ? [{ draft, composed, profile: composed.profile as ProfileValues }]
      : [],
  );
  const made = await addImported(
    actor,
    unit,
    wanted.map(({ draft: { email, sourceId }, profile }) => ({ email, profile, source, sourceId, runId })),
  );
  const edges = wanted.flatMap(({ composed }, at) =>
    composed.positions.map((position) => ({ ...position, personId: made[at] as string })),
  );
  if (edges.length > 0) await unit.db.insert(positions).values(edges);
  return { rows, ids: new Map(wanted.map(({ draft }, at) => [draft.row, made[at] as string])) };
}

/** What will become of a row. Of a known address nothing more is said than that. */
function decide({ draft, composed, twin }: Prepared, known: ReadonlySet<string>): PersonRow {
  const { row, name, skip } = draft;
  const skipped = (why: PersonRow['notes'][number]): PersonRow => ({ row, name, outcome: 'skipped', notes: [why] });
  if (skip) return skipped(skip);
  if (twin !== null) return skipped({ code: 'same_address', detail: String(twin) });
  if (known.has(draft.email)) return skipped({ code: 'known' });
  if (!composed?.profile) return skipped({ code: 'refused' });
  return { row, name, outcome: 'created', notes: composed.notes };
}

import { readerPool } from '#db/reader.server';
import type { Actor } from '~/auth/actor';
import { hasRole } from '~/auth/viewer';
import { readVocabularies } from '~/features/directory/vocabularies.server';
import { notFound } from '~/lib/errors';
import { command, type Unit, undone } from '~/sharing/command.server';
import { composeGroup, topicIndex } from './compose.server';
import { DELIMITERS } from './delimiter';
import { draftRow } from './draft.server';
import { BATCH_ROWS } from './limits';
import { placeFinder } from './place.server';
import { type Planned, planRow, Seen } from './plan.server';
import { type CsvRow, readRows } from './read-csv.server';
import type { ImportReport, RowReport } from './report';
import { finishRun, keepRows, knownGroups, startRun } from './runs.server';
import { type Content, type CsvTable, openTable } from './table.server';
import { writeBatch } from './write-batch.server';

export interface ImportOptions {
  dryRun?: boolean;
  /** Corrections of the guessed columns, "Column=field". */
  map?: readonly string[];
  /** Where the rows come from, in plain words that are shown beside each group; the file's name unless said. */
  source?: string;
  /** For a file whose encoding is guessed wrong. */
  encoding?: string;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Imports a CSV file of groups, which become listed groups, in batches that are each written whole or not at all. Run
 * again, also after it was cut off, it goes on where rows are missing or differ.
 * @throws DomainError before anything is written, for a file that cannot be read to its end
 */
export async function importGroups(
  actor: Actor,
  file: { fileName: string; content: Content },
  options: ImportOptions = {},
): Promise<ImportReport> {
  if (actor.kind !== 'system' && !hasRole(actor, 'operator')) throw notFound();
  const table = await openTable(file.content, options);
  const name = (
    options.source?.trim() ||
    file.fileName
      .replace(/\.[a-z]{2,4}$/i, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() ||
    'import'
  ).slice(0, 200);
  const dryRun = options.dryRun ?? false;
  const { runId, plan } = await writing(false, async (unit) => {
    const plan = await planner(unit, table, name);
    return { runId: dryRun ? null : await startRun(actor, unit, file.fileName, table), plan };
  });
  const rows: RowReport[] = [];
  for await (const raw of batches(
    readRows(
      table.text,
      table.delimiter,
      table.columns.map((column) => column.name),
    ),
  )) {
    const batch = await plan(raw);
    const reports = await writing(dryRun, async (unit) => {
      const written = await writeBatch(actor, unit, { name, note: name }, batch);
      if (runId) await keepRows(unit, runId, batch, written);
      return written;
    });
    for (const [at, report] of reports.entries()) {
      const known = batch[at]?.known;
      if (known && !dryRun && report.groupId) known.id = report.groupId;
      rows.push(report);
    }
    options.onProgress?.(rows.length, table.rows);
  }
  if (runId) await writing(false, (unit) => finishRun(unit, runId));
  return {
    dryRun,
    runId,
    fileName: file.fileName,
    source: name,
    encoding: { name: table.encoding, guessed: table.guessed, example: table.example },
    delimiter: DELIMITERS[table.delimiter],
    columns: table.columns,
    notes: table.notes,
    rows,
  };
}

/** Runs a command; in a dry run all of it is done and then taken back. */
const writing = <T>(dryRun: boolean, work: (unit: Unit) => Promise<T>): Promise<T> =>
  dryRun ? undone(work) : command(work);

async function planner(unit: Unit, table: CsvTable, source: string): Promise<(rows: CsvRow[]) => Promise<Planned[]>> {
  const sql = readerPool('public');
  const known = topicIndex((await readVocabularies(sql)).interests);
  const context = { seen: new Seen(), groups: await knownGroups(unit), source };
  const findPlace = placeFinder(sql);
  return async (rows) => {
    const drafts = rows.map((row) => draftRow(row, table.columns));
    const composed = await Promise.all(
      drafts.map(async (draft) => (draft.skip ? null : composeGroup(draft, await findPlace(draft), known))),
    );
    return drafts.map((draft, at) => planRow(draft, composed[at] ?? null, context));
  };
}

async function* batches(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

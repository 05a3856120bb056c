import type { Actor } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import { audienceOf } from '~/auth/viewer';
import { command, type Unit, undone } from '~/sharing/command.server';
import { waitingPairs } from '../duplicates/pairs.server';
import type { Reader } from './decide.server';
import { DELIMITERS } from './delimiter';
import type { Planned } from './plan.server';
import { planTable } from './planner.server';
import type { ImportReport, RowReport } from './report';
import { countRows, keepRows, readReports } from './rows.server';
import { beginRun, finishRun, moveOn, type Run } from './runs.server';
import { sourceName } from './source-name';
import { type Content, type CsvTable, openTable } from './table.server';
import { holdSource, writeBatch } from './write-batch.server';

export interface ImportOptions {
  dryRun?: boolean;
  /** Corrections of the guessed columns, "Column=field". */
  map?: readonly string[];
  /** Where the rows come from, in plain words that are shown beside each group; the file's name unless said. */
  source?: string;
  /** For a file whose encoding is guessed wrong. */
  encoding?: string;
  /** Whose eyes it has, where the hub works for somebody: the actor's unless said, and of the console its owner's. */
  reader?: Reader;
  /** Called with the rows of the file that were dealt with, those of a run that goes on among them. */
  onProgress?: (done: number, total: number) => void;
  /** Called once a run is written down that was cut off before, with the rows it has already. */
  onResume?: (done: number) => void;
}

const eyesOf = (actor: Actor): Reader => (actor.kind === 'system' ? 'owner' : audienceOf(actor));

/**
 * Imports a CSV file of groups, which become listed groups, in batches that are each written whole or not at all, together
 * with how far the run has come. Run again with the same file, source and mapping after it was cut off, it goes on behind
 * the last batch; run again after its end, it meets the same rows and changes what differs.
 * @throws DomainError before anything is written, for a file that cannot be read to its end; `conflict` if the same run
 * was taken up elsewhere meanwhile
 */
export async function importGroups(
  actor: Actor,
  file: { fileName: string; content: Content },
  options: ImportOptions = {},
): Promise<ImportReport> {
  mustBe(actor, 'operator');
  const table = await openTable(file.content, options);
  const source = sourceName(file.fileName, options.source);
  const dryRun = options.dryRun ?? false;
  const work = { actor, table, source, options, reader: options.reader ?? eyesOf(actor) };
  const { run, rows } = dryRun
    ? { run: null, rows: await tryImport(actor, table, source, options) }
    : await writeRows(work, file.fileName);
  return {
    dryRun,
    runId: run?.id ?? null,
    fileName: file.fileName,
    source,
    encoding: { name: table.encoding, guessed: table.guessed, example: table.example },
    delimiter: DELIMITERS[table.delimiter],
    columns: table.columns,
    notes: table.notes,
    rows,
    pairsWaiting: run ? await command((unit) => waitingPairs(unit, run.id)) : 0,
  };
}

interface Work {
  actor: Actor;
  table: CsvTable;
  source: string;
  options: ImportOptions;
  reader: Reader;
}

/** What would become of each row, or of the first `most`; nothing is written. */
export async function tryImport(
  actor: Actor,
  table: CsvTable,
  source: string,
  { most = Number.POSITIVE_INFINITY, onProgress }: Pick<ImportOptions, 'onProgress'> & { most?: number } = {},
): Promise<RowReport[]> {
  const rows: RowReport[] = [];
  const reader = eyesOf(actor);
  for await (const batch of await undone((unit) => planTable(unit, table, source))) {
    const written = await undone((unit) =>
      writeBatch(actor, unit, { name: source, note: source }, batch, { reader, dry: true }),
    );
    rows.push(...written.map(({ report }) => report));
    onProgress?.(rows.length, table.rows);
    if (rows.length >= most) break;
  }
  return rows;
}

async function writeRows(work: Work, fileName: string): Promise<{ run: Run; rows: RowReport[] }> {
  const { actor, table, source, options } = work;
  const { run, plan } = await command(async (unit) => {
    await holdSource(unit, source);
    const run = await beginRun(actor, unit, { kind: 'groups', fileName, source, table });
    return { run, plan: await planTable(unit, table, source, run.lastLine) };
  });
  let done = run.lastLine > 1 ? await command((unit) => countRows(unit, run.id)) : 0;
  if (run.lastLine > 1) options.onResume?.(done);
  for await (const batch of plan) {
    const lastLine = batch.at(-1)?.row ?? run.lastLine;
    const written = await command((unit) => writeOne(work, unit, run, batch, lastLine));
    run.lastLine = lastLine;
    for (const [at, { report }] of written.entries()) {
      const known = batch[at]?.known;
      if (known && report.groupId) known.id = report.groupId;
    }
    done += written.length;
    options.onProgress?.(done, table.rows);
  }
  await command((unit: Unit) => finishRun(unit, run));
  return { run, rows: await readReports(run.id) };
}

async function writeOne({ actor, source, reader }: Work, unit: Unit, run: Run, batch: Planned[], lastLine: number) {
  const written = await writeBatch(actor, unit, { name: source, note: source }, batch, { reader });
  await moveOn(unit, run, lastLine);
  await keepRows(unit, run.id, batch, written);
  return written;
}

import { sql } from 'drizzle-orm';
import type { ImportOutcome } from '#db/schema/imports';
import { command, type Unit } from '~/sharing/command.server';
import { DuplicateIndex } from './duplicates';
import { isDuplicateNote, type RowNote } from './notes';
import type { Planned } from './plan.server';
import type { RowReport } from './report';
import type { Written } from './write-batch.server';

/** Keeps what became of each row, set-wise. A suspect in the same batch is found by its row. */
export async function keepRows(
  { db }: Unit,
  runId: string,
  batch: readonly Planned[],
  written: readonly Written[],
): Promise<void> {
  const idOfRow = new Map(written.map(({ report: { row, groupId } }) => [row, groupId]));
  const rows = written.map(({ report, before }, at) => {
    const { sourceId = null, suspect = null } = batch[at] ?? {};
    const { row: line, outcome, groupId: subject_id, notes, unplaced, name } = report;
    const suspected_duplicate_of = suspect ? (suspect.of.id ?? idOfRow.get(suspect.of.row ?? 0) ?? null) : null;
    return { line, source_id: sourceId, outcome, notes, subject_id, unplaced, name, suspected_duplicate_of, before };
  });
  if (rows.length === 0) return;
  await db.execute(sql`
    insert into core.import_rows (run_id, line, source_id, outcome, notes, subject_id, unplaced, name, suspected_duplicate_of, before)
    select ${runId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line int, source_id text, outcome text,
      notes jsonb, subject_id uuid, unplaced boolean, name text, suspected_duplicate_of uuid, before jsonb)`);
}

/** How many rows of a run were dealt with. */
export async function countRows({ db }: Unit, runId: string): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from core.import_rows where run_id = ${runId}`,
  );
  return row?.rows ?? 0;
}

const MOST_READ = 20_000;

/** Reports of all rows of a run, in the file's order. */
export async function readReports(runId: string): Promise<RowReport[]> {
  const reports: RowReport[] = [];
  for (let after = 0; ; ) {
    const rows = await command(({ db }) =>
      db.execute<{
        line: number;
        outcome: ImportOutcome;
        name: string | null;
        notes: RowNote[];
        unplaced: boolean;
        subject_id: string | null;
        suspect: string | null;
      }>(sql`
        select line, outcome, name, notes, unplaced, subject_id, suspected_duplicate_of as suspect from core.import_rows
        where run_id = ${runId} and line > ${after} order by line limit ${MOST_READ}`),
    );
    for (const { line, outcome, name, unplaced, subject_id, suspect, ...row } of rows) {
      const notes = row.notes.map((note) => (suspect && isDuplicateNote(note) ? { ...note, of: suspect } : note));
      reports.push({ row: line, outcome, name: name ?? '', notes, unplaced, groupId: subject_id });
    }
    if (rows.length < MOST_READ) return reports;
    after = rows.at(-1)?.line ?? after;
  }
}

/** Every group there is, as far as duplicates are told by it. */
export async function knownGroups({ db }: Unit): Promise<DuplicateIndex> {
  const index = new DuplicateIndex();
  const rows = await db.execute<{
    id: string;
    name: string;
    country: string | null;
    website: string | null;
    key: string | null;
  }>(
    sql`select id, name, country, website, source || e'\\n' || source_id as key from core.groups order by created_at, id`,
  );
  for (const row of rows) index.add(row);
  return index;
}

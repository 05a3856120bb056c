import { eq, sql } from 'drizzle-orm';
import { importRows, importRuns } from '#db/schema/imports';
import { type Actor, personIdOf } from '~/auth/actor';
import type { Unit } from '~/sharing/command.server';
import { DuplicateIndex } from './duplicates';
import type { Planned } from './plan.server';
import type { RowReport } from './report';
import type { CsvTable } from './table.server';

export async function startRun(actor: Actor, { db }: Unit, fileName: string, table: CsvTable): Promise<string> {
  const mapping = Object.fromEntries(table.columns.map(({ name, field }) => [name, field ?? 'ignore']));
  const startedBy = personIdOf(actor) ?? (actor.kind === 'system' ? actor.reason : 'console');
  const [run] = await db
    .insert(importRuns)
    .values({ kind: 'groups', fileName, fileSha256: table.sha256, mapping, startedBy })
    .returning({ id: importRuns.id });
  if (!run) throw new Error('The import was not written down.');
  return run.id;
}

export async function finishRun({ db }: Unit, runId: string): Promise<void> {
  await db.update(importRuns).set({ finishedAt: new Date() }).where(eq(importRuns.id, runId));
}

/** Keeps what became of each row, set-wise. A suspect in the same batch is found by its row. */
export async function keepRows(
  { db }: Unit,
  runId: string,
  batch: readonly Planned[],
  reports: readonly RowReport[],
): Promise<void> {
  const idOfRow = new Map(reports.map(({ row, groupId }) => [row, groupId]));
  const rows = reports.map((report, at) => {
    const { sourceId = null, suspect = null } = batch[at] ?? {};
    const { row: line, outcome, groupId: subjectId, notes, unplaced } = report;
    const suspectedDuplicateOf = suspect ? (suspect.of.id ?? idOfRow.get(suspect.of.row ?? 0) ?? null) : null;
    return { runId, line, sourceId, outcome, notes, subjectId, unplaced, suspectedDuplicateOf };
  });
  if (rows.length > 0) await db.insert(importRows).values(rows);
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

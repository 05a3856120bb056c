import { sql } from 'drizzle-orm';
import type { Actor } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import { DomainError, notFound } from '~/lib/errors';
import { isUuid } from '~/lib/uuid';
import { command, type Unit } from '~/sharing/command.server';
import { startedBy } from './runs.server';
import { undoDecisions } from './undo-decisions.server';
import { undoRows } from './undo-rows.server';

/** Why a row was left as it is: what people did with a group since is theirs. `stays` for whoever may not know. */
export const KEPT_REASONS = ['claimed', 'edited', 'in_use', 'gone', 'stays'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export interface UndoReport {
  /** Groups that were created and are gone again, and changed ones that are as they were. */
  removed: number;
  restored: number;
  kept: { row: number; name: string; why: KeptReason; groupId?: string | null }[];
}

/** Rows undone in one transaction. */
const UNDO_ROWS = 200;

/**
 * Takes an import back, also one that is under way or was cut off: what it created goes, what it changed becomes what it
 * was before. Groups that people claimed, changed or use since stay as they are. Cut off and called again, it goes on.
 * @throws DomainError `not_found` for whoever is no operator and for an unknown run, `conflict` for a run undone before
 */
export async function undoImport(
  actor: Actor,
  runId: string,
  onProgress?: (done: number) => void,
): Promise<UndoReport> {
  mustBe(actor, 'operator');
  if (!isUuid(runId)) throw notFound('There is no such import.');
  const source = await command((unit) => beginUndo(actor, unit, runId));
  for (let done = 0; ; ) {
    const undone = await command((unit) => undoRows(unit, runId, source, UNDO_ROWS));
    if (undone === 0) break;
    done += undone;
    onProgress?.(done);
  }
  await command(async (unit) => {
    await undoDecisions(unit, runId);
    await unit.db.execute(sql`delete from core.import_files where run_id = ${runId}`);
    await unit.db.execute(sql`update core.import_runs set undone_at = now() where id = ${runId} and undone_at is null`);
  });
  return command((unit) => undoReport(unit, runId));
}

async function beginUndo(actor: Actor, { db }: Unit, runId: string): Promise<string> {
  const [run] = await db.execute<{ source: string | null; undone: boolean }>(sql`
    select source, undone_at is not null as undone from core.import_runs
    where id = ${runId} and kind = 'groups' for update`);
  if (!run) throw notFound('There is no such import.');
  if (run.undone) throw new DomainError('conflict', 'This import was undone before.');
  await db.execute(sql`
    update core.import_runs set undo_started_at = coalesce(undo_started_at, now()), undone_by = ${startedBy(actor)}
    where id = ${runId}`);
  return run.source ?? '';
}

/** What undoing a run came to. */
export async function undoReport({ db }: Unit, runId: string): Promise<UndoReport> {
  const [counts] = await db.execute<{ removed: number; restored: number }>(sql`
    select count(*) filter (where outcome = 'created')::int as removed, count(*) filter (where outcome = 'changed')::int as restored
    from core.import_rows where run_id = ${runId} and undo = 'undone'`);
  const kept = await db.execute<{ row: number; name: string; why: KeptReason; groupId: string | null }>(sql`
    select line as row, coalesce(name, '') as name, undo as why, subject_id as "groupId" from core.import_rows
    where run_id = ${runId} and undo <> 'undone' order by line`);
  return { removed: counts?.removed ?? 0, restored: counts?.restored ?? 0, kept: [...kept] };
}

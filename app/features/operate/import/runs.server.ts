import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Actor, personIdOf } from '~/auth/actor';
import { DomainError } from '~/lib/errors';
import type { Unit } from '~/sharing/command.server';
import type { CsvTable } from './table.server';
import { headerHash } from './table.server';

/** An import under way; `lastLine` is the last row of the file that was dealt with. */
export interface Run {
  id: string;
  worker: string;
  lastLine: number;
}

export const startedBy = (actor: Actor): string =>
  personIdOf(actor) ?? (actor.kind === 'system' ? actor.reason : 'console');

interface Beginning {
  kind: 'groups' | 'people';
  fileName: string;
  source: string;
  table: CsvTable<string>;
}

/**
 * Writes a new run down, or takes up the one of the same file, source and mapping that was cut off. Whoever carried that
 * one on before, if anybody still does, finds out and stops.
 */
export async function beginRun(actor: Actor, { db }: Unit, { kind, fileName, source, table }: Beginning): Promise<Run> {
  const worker = randomUUID();
  const mapping = JSON.stringify(Object.fromEntries(table.columns.map(({ name, field }) => [name, field ?? 'ignore'])));
  const [old] = await db.execute<{ id: string; last_line: number | null }>(sql`
    select id, last_line from core.import_runs
    where file_sha256 = ${table.sha256} and kind = ${kind} and source = ${source} and mapping = ${mapping}::jsonb
      and encoding = ${table.encoding} and finished_at is null and undo_started_at is null and undone_at is null
    order by created_at desc limit 1 for update`);
  if (old) {
    await db.execute(
      sql`update core.import_runs set worker = ${worker}, seen_at = now(), failure = null where id = ${old.id}`,
    );
    return { id: old.id, worker, lastLine: old.last_line ?? 1 };
  }
  const id = randomUUID();
  await db.execute(sql`
    insert into core.import_runs (id, kind, file_name, file_sha256, mapping, started_by, source, encoding, header_sha256, rows, last_line, worker, seen_at)
    values (${id}, ${kind}, ${fileName}, ${table.sha256}, ${mapping}::jsonb, ${startedBy(actor)}, ${source},
      ${table.encoding}, ${headerHash(table.columns.map(({ name }) => name))}, ${table.rows}, 1, ${worker}, now())`);
  return { id, worker, lastLine: 1 };
}

/**
 * Moves a run on to a row of the file, in the transaction that writes the rows up to there.
 * @throws DomainError `conflict` if somebody else took the run up, or began to undo it
 */
export async function moveOn({ db }: Unit, run: Run, lastLine: number): Promise<void> {
  const rows = await db.execute(sql`
    update core.import_runs set last_line = ${lastLine}, seen_at = now()
    where id = ${run.id} and worker = ${run.worker} and coalesce(last_line, 1) = ${run.lastLine}
      and undo_started_at is null and undone_at is null
    returning id`);
  if (rows.length === 0) throw new DomainError('conflict', 'This import was started again or undone somewhere else.');
}

/** Ends a run; the file it came from is not kept any longer. */
export async function finishRun({ db }: Unit, run: Run): Promise<void> {
  await db.execute(sql`
    update core.import_runs set finished_at = now() where id = ${run.id} and worker = ${run.worker}`);
  await db.execute(sql`delete from core.import_files where run_id = ${run.id}`);
}

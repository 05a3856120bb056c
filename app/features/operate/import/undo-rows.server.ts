import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import { type Image, restoreImages } from './images.server';
import { groupsInUse } from './in-use.server';
import type { RowNote } from './notes';
import type { KeptReason } from './undo.server';
import { holdSource } from './write-batch.server';

interface Row extends Record<string, unknown> {
  line: number;
  outcome: 'created' | 'changed';
  id: string;
  notes: RowNote[];
  before: Image | null;
  /** Of the group as it stands now; null if there is none any more. */
  standing: string | null;
  version: number | null;
  confirmed: boolean;
  /** The version that a decision about duplicates within this import gave it, and whether one took it away. */
  merged: number | null;
  decided_away: boolean;
}

/** Undoes up to `most` rows of a run, the last ones first. @returns how many were dealt with; 0 once all are */
export async function undoRows(unit: Unit, runId: string, source: string, most: number): Promise<number> {
  await holdSource(unit, source);
  const rows = await unit.db.execute<Row>(sql`
    select r.line, r.outcome, r.subject_id as id, r.notes, r.before, g.standing, g.version,
      g.last_confirmed_on is not null as confirmed,
      (select max(d.version) from core.duplicate_decisions d where d.run_id = r.run_id and d.group_id = r.subject_id) as merged,
      exists (select from core.duplicate_decisions d where d.run_id = r.run_id and d.other_id = r.subject_id and d.choice <> 'both') as decided_away
    from core.import_rows r left join core.groups g on g.id = r.subject_id
    where r.run_id = ${runId} and r.outcome in ('created', 'changed') and r.undo is null
    order by r.line desc limit ${most}`);
  if (rows.length === 0) return 0;
  await unit.db.execute(
    sql`select 1 from core.groups where id = any(${uuids(rows.map(({ id }) => id))}) order by id for update`,
  );
  const inUse = await groupsInUse(
    unit,
    rows.filter(({ outcome }) => outcome === 'created').map(({ id }) => id),
  );
  const results = rows.map((row) => ({ row, kept: keptBecause(row, inUse) }));
  const undone = results.filter(({ kept }) => kept === null).map(({ row }) => row);
  await removeGroups(
    unit,
    undone.filter(({ outcome }) => outcome === 'created').map(({ id }) => id),
  );
  await restoreImages(
    unit,
    undone.flatMap(({ outcome, id, before }) => (outcome === 'changed' && before ? [{ id, image: before }] : [])),
  );
  const told = results.map(({ row, kept }) => ({ line: row.line, undo: kept ?? 'undone' }));
  await unit.db.execute(sql`
    update core.import_rows r set undo = t.undo
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(line int, undo text)
    where r.run_id = ${runId} and r.line = t.line`);
  return rows.length;
}

function keptBecause(row: Row, inUse: ReadonlySet<string>): KeptReason | null {
  if (row.standing === null) return row.outcome === 'created' || row.decided_away ? null : 'gone';
  if (row.standing !== 'listed') return 'claimed';
  const written = Number(row.notes.find(({ code }) => code === 'version')?.detail ?? 1);
  if (row.version !== Math.max(written, row.merged ?? 0)) return 'edited';
  if (row.outcome === 'changed') return row.before ? null : 'edited';
  if (row.confirmed) return 'edited';
  return inUse.has(row.id) ? 'in_use' : null;
}

/** Deletes groups whole, what they proposed included. */
export async function removeGroups(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await unit.db.execute(sql`delete from core.topic_proposals where group_id = any(${uuids(ids)})`);
  await unit.db.execute(sql`delete from core.groups where id = any(${uuids(ids)})`);
  for (const id of ids) unit.groupChanged(id);
}

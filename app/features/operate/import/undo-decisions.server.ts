import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import { type Image, restoreImages } from './images.server';

/**
 * Takes back what was decided about duplicates of a run: groups outside it that rows were merged into become what they
 * were, unless people changed them since.
 */
export async function undoDecisions(unit: Unit, runId: string): Promise<void> {
  const merged = await unit.db.execute<{ id: string; image: Image | null }>(sql`
    select distinct on (d.group_id) d.group_id as id, d.before as image
    from core.duplicate_decisions d join core.groups g on g.id = d.group_id
    where d.run_id = ${runId} and d.choice = 'merged' and g.standing = 'listed'
      and g.version = (select max(version) from core.duplicate_decisions m where m.run_id = d.run_id and m.group_id = d.group_id)
      and not exists (select from core.import_rows r where r.run_id = d.run_id and r.subject_id = d.group_id
        and r.outcome in ('created', 'changed'))
    order by d.group_id, d.version`);
  await restoreImages(
    unit,
    merged.flatMap(({ id, image }) => (image ? [{ id, image }] : [])),
  );
  await tellUnrestored(
    unit,
    runId,
    merged.map(({ id }) => id),
  );
  await unit.db.execute(sql`delete from core.duplicate_decisions where run_id = ${runId}`);
}

/** Rows whose group people wrote or claimed after the row was merged into it are told as left. */
async function tellUnrestored({ db }: Unit, runId: string, restored: readonly string[]): Promise<void> {
  await db.execute(sql`
    update core.import_rows r set undo = case when g.standing = 'listed' then 'edited' else 'claimed' end
    from core.duplicate_decisions d join core.groups g on g.id = d.group_id
    where r.run_id = ${runId} and d.run_id = r.run_id and d.other_id = r.subject_id and d.choice = 'merged'
      and not g.id = any(${uuids(restored)}) and not exists (select from core.import_rows o where o.run_id = d.run_id
        and o.subject_id = g.id and o.outcome in ('created', 'changed'))`);
}

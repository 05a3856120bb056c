import { eq, inArray, or, sql } from 'drizzle-orm';
import { groups } from '#db/schema/groups';
import type { Actor } from '~/auth/actor';
import { noteDelisted, sourceHash, takeDelistedFromFile } from '~/features/operate/import/delisted.server';
import type { Unit } from '~/sharing/command.server';
import { eraseGrants } from '~/sharing/grants.server';

/** Deletes a held group with everything that was kept about it, and keeps what an import needs to leave it out. */
export async function delistGroup(_actor: Actor, unit: Unit, group: typeof groups.$inferSelect): Promise<void> {
  await noteDelisted(unit, group);
  await deleteGroup(unit, group.id);
}

async function deleteGroup(unit: Unit, id: string): Promise<void> {
  // These name a group without a foreign key, so that they outlive what they tell of.
  await eraseGrants(unit, 'group', [id]);
  await unit.db.execute(sql`delete from core.topic_proposals where group_id = ${id}`);
  await unit.db.execute(sql`
    update core.import_rows set subject_id = null, notes = '[]', name = null, before = null where subject_id = ${id}`);
  unit.groupChanged(id);
  await unit.db.delete(groups).where(eq(groups.id, id));
}

/**
 * Makes every group that asked not to be listed absent again: for after a restore, within its transaction. Takes the
 * table and the file beside the backups together, and deletes the group itself, or a listed one of the same number in
 * the same list that came before the wish. A name or a website alone deletes nothing: two groups can share it.
 * @returns how many groups were deleted
 */
export async function replayDelisted(unit: Unit): Promise<number> {
  const delisted = await takeDelistedFromFile(unit);
  if (delisted.length === 0) return 0;
  const ids = new Set(delisted.map((each) => each.id));
  const wished = new Map(delisted.map((each) => [each.sourceHash, each.delistedAt]));
  const { id, source, sourceId, createdAt, standing } = groups;
  const known = await unit.db
    .select({ id, source, sourceId, createdAt })
    .from(groups)
    .where(or(inArray(id, [...ids]), eq(standing, 'listed')));
  const back = known.filter((group) => {
    const hash = sourceHash(group);
    const asked = hash === null ? undefined : wished.get(hash);
    return ids.has(group.id) || (asked !== undefined && group.createdAt <= asked);
  });
  for (const group of back) await deleteGroup(unit, group.id);
  return back.length;
}

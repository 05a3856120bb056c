import { eq, sql } from 'drizzle-orm';
import { delistedGroups } from '#db/schema/claims';
import { groups } from '#db/schema/groups';
import type { Actor } from '~/auth/actor';
import { delistedRow } from '~/features/operate/import/delisted.server';
import type { Unit } from '~/sharing/command.server';

/** Deletes a held group with everything that was kept about it, and keeps what an import needs to leave it out. */
export async function delistGroup(_actor: Actor, unit: Unit, group: typeof groups.$inferSelect): Promise<void> {
  await unit.db.insert(delistedGroups).values(delistedRow(group));
  // These name a group without a foreign key, so that they outlive what they tell of.
  await unit.db.execute(sql`delete from core.sharing_grants where subject = 'group' and subject_id = ${group.id}`);
  await unit.db.execute(sql`delete from core.topic_proposals where group_id = ${group.id}`);
  await unit.db.execute(sql`
    update core.import_rows set subject_id = null, notes = '[]', name = null, before = null where subject_id = ${group.id}`);
  unit.groupChanged(group.id);
  await unit.db.delete(groups).where(eq(groups.id, group.id));
}

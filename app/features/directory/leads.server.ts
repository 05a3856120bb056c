import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { positions } from '#db/schema/groups';
import type { Actor } from '~/auth/actor';
import type { Unit } from '~/sharing/command.server';

/** Ids of the people who lead a group, in the order in which they came to it. */
export async function leadsOf(db: Transaction, groupId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: positions.personId })
    .from(positions)
    .where(and(eq(positions.groupId, groupId), eq(positions.leads, true)))
    .orderBy(positions.createdAt, positions.personId);
  return rows.map((row) => row.personId);
}

/** Makes someone a lead of a group, or no longer one; what they are called there stays unless a title is given. */
export async function setLead(
  _actor: Actor,
  unit: Unit,
  { title = null, ...position }: { personId: string; groupId: string; leads: boolean; title?: string | null },
): Promise<void> {
  await unit.db
    .insert(positions)
    .values({ ...position, title })
    .onConflictDoUpdate({
      target: [positions.personId, positions.groupId],
      set: { leads: position.leads, title: sql`coalesce(${title}, ${positions.title})` },
    });
  unit.personChanged(position.personId);
  unit.groupChanged(position.groupId);
}

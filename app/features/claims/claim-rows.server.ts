import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { type ClaimState, claims, removals } from '#db/schema/claims';
import { groups } from '#db/schema/groups';
import { notFound } from '~/lib/errors';
import { isUuid } from '~/lib/uuid';
import type { Unit } from '~/sharing/command.server';
import { OPEN, toContest } from './rules';
import { tell } from './tell.server';

export type StoredClaim = typeof claims.$inferSelect;

/** A group, held until the transaction ends: whoever changes its claims holds it first. @throws DomainError `not_found` */
export async function holdGroup(db: Transaction, id: string) {
  const [group] = await db.select().from(groups).where(eq(groups.id, id)).for('update');
  if (!group) throw notFound();
  return group;
}

/** A claim and its group, both held. @throws DomainError `not_found` */
export async function holdClaim(db: Transaction, id: string) {
  if (!isUuid(id)) throw notFound();
  const [found] = await db.select({ groupId: claims.groupId }).from(claims).where(eq(claims.id, id));
  if (!found) throw notFound();
  const group = await holdGroup(db, found.groupId);
  const [claim] = await db.select().from(claims).where(eq(claims.id, id)).for('update');
  if (!claim) throw notFound();
  return { claim, group };
}

export const openClaims = (db: Transaction, groupId: string): Promise<StoredClaim[]> =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.groupId, groupId), inArray(claims.state, [...OPEN])))
    .orderBy(claims.createdAt, claims.id);

/** Whether someone's confirmed wish to have the group removed waits for an answer. */
export async function removalAsked(db: Transaction, groupId: string): Promise<boolean> {
  const rows = await db
    .select({ id: removals.id })
    .from(removals)
    .where(and(eq(removals.groupId, groupId), eq(removals.state, 'waiting')))
    .limit(1);
  return rows.length > 0;
}

/** Contests the waiting claims of a held group that speak against each other, and tells everyone concerned. */
export async function contestOpposed(unit: Unit, groupId: string): Promise<void> {
  const open = await openClaims(unit.db, groupId);
  for (const { id } of toContest(open, await removalAsked(unit.db, groupId))) await contest(unit, id);
}

/** Takes a claim of a held group from the clock: from now on a weaver settles it. */
export async function contest(unit: Unit, id: string): Promise<void> {
  await unit.db.update(claims).set({ state: 'contested' }).where(eq(claims.id, id));
  await tell(unit, id, 'contested');
}

/** Ends a claim and tells everyone concerned how. */
export async function endClaim(
  unit: Unit,
  id: string,
  state: Extract<ClaimState, 'done' | 'declined' | 'withdrawn' | 'lapsed'>,
  decision: { decidedBy?: string | null; note?: string | null } = {},
): Promise<void> {
  await unit.db
    .update(claims)
    .set({ state, decidedAt: new Date(), ...decision })
    .where(eq(claims.id, id));
  await tell(unit, id, state);
}

import { and, eq, lt, lte, sql } from 'drizzle-orm';
import { removals } from '#db/schema/claims';
import { type Actor, CLOCK } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { enqueue } from '~/lib/mail/outbox.server';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { holdGroup, openClaims } from './claim-rows.server';
import type { Decision } from './claims.schema';
import { delistGroup } from './delist.server';
import { CONFIRM_DAYS, KEEP_DAYS, REMOVAL_DAYS, removesByItself } from './removal-rules';
import { REMOVAL_ANSWER_MAIL } from './removals.server';

type Removal = typeof removals.$inferSelect;
type Answer = { state: 'removed' | 'kept'; decidedBy?: string; note?: string | null };

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

async function answer({ db }: Unit, removal: Removal, decided: Answer): Promise<void> {
  await db
    .update(removals)
    .set({ ...decided, decidedAt: new Date() })
    .where(eq(removals.id, removal.id));
  await enqueue(db, REMOVAL_ANSWER_MAIL, { removal: removal.id });
}

/** A waiting wish with its group, both held; null if it no longer waits. */
async function hold({ db }: Unit, id: string) {
  const [found] = await db.select().from(removals).where(eq(removals.id, id));
  if (!found) throw notFound();
  const group = found.groupId ? await holdGroup(db, found.groupId) : null;
  const [removal] = await db.select().from(removals).where(eq(removals.id, id)).for('update');
  return removal?.state === 'waiting' ? { removal, group } : null;
}

/**
 * An operator grants or refuses a wish to be removed. Its asker is told, with the operator's note.
 * @throws DomainError `not_found` for everyone else, `conflict` if it was answered before or the group has joined since
 */
export const decideRemoval = (viewer: SignedIn, id: string, { decision, note }: Decision): Promise<void> =>
  command(async (unit) => {
    mustBe(viewer, 'operator');
    const held = await hold(unit, id);
    if (!held) throw new DomainError('conflict', m.claims_settled_already());
    const by = { decidedBy: viewer.personId, note };
    if (decision === 'no') return answer(unit, held.removal, { state: 'kept', ...by });
    if (held.group && held.group.standing !== 'listed') throw new DomainError('conflict', m.claims_group_joined());
    if (held.group) await delistGroup(viewer, unit, held.group);
    await answer(unit, held.removal, { state: 'removed', ...by });
  });

async function settleDue(unit: Unit, id: string, actor: Actor): Promise<boolean> {
  const held = await hold(unit, id);
  if (!held) return false;
  const { removal, group } = held;
  if (group) {
    const claims = (await openClaims(unit.db, group.id)).length;
    if (!removesByItself({ standing: group.standing, openClaims: claims })) return false;
    await delistGroup(actor, unit, group);
  }
  await answer(unit, removal, { state: 'removed' });
  return true;
}

/**
 * Grants what waited a week without an answer, and forgets what was never confirmed or was answered long ago. Run at any
 * time and as often as one likes.
 * @returns how many groups were removed
 */
export async function settleDueRemovals(now = new Date()): Promise<number> {
  const due = await command(({ db }) =>
    db
      .select({ id: removals.id })
      .from(removals)
      .where(and(eq(removals.state, 'waiting'), lte(removals.confirmedAt, daysBefore(now, REMOVAL_DAYS))))
      .orderBy(removals.confirmedAt, removals.id),
  );
  let settled = 0;
  for (const { id } of due) if (await command((unit) => settleDue(unit, id, CLOCK))) settled += 1;
  await command(({ db }) =>
    db
      .delete(removals)
      .where(
        sql`${and(eq(removals.state, 'unconfirmed'), lt(removals.createdAt, daysBefore(now, CONFIRM_DAYS)))} or ${lt(removals.decidedAt, daysBefore(now, KEEP_DAYS))}`,
      ),
  );
  return settled;
}

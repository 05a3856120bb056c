import { and, eq, lt, lte, sql } from 'drizzle-orm';
import { claims } from '#db/schema/claims';
import { CLOCK } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import { hasRole, type SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { logError } from '~/lib/log.server';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { carryOut } from './carry-out.server';
import { endClaim, holdClaim, openClaims } from './claim-rows.server';
import type { Decision } from './claims.schema';
import { concernedBy } from './concerned.server';
import { isParty, mayDecide, PROPOSAL_DAYS, WAIT_DAYS } from './rules';

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

const isDue = (claim: { state: string; waitsFrom: Date | null }, now: Date) =>
  claim.state === 'waiting' && claim.waitsFrom !== null && claim.waitsFrom <= daysBefore(now, WAIT_DAYS);

/**
 * Carries out every claim whose week is over without an objection, each in a command of its own, and forgets proposals
 * that nobody answered. Run at any time and as often as one likes: what is settled is no longer due.
 * @returns how many claims were settled
 */
export async function settleDueClaims(now = new Date()): Promise<number> {
  const due = await command(({ db }) =>
    db
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.state, 'waiting'), lte(claims.waitsFrom, daysBefore(now, WAIT_DAYS))))
      .orderBy(claims.waitsFrom, claims.id),
  );
  let settled = 0;
  for (const { id } of due) {
    try {
      if (await settleDue(id, now)) settled += 1;
    } catch (error) {
      logError('A claim could not be settled', error);
    }
  }
  await command(async (unit) => {
    const forgotten = await unit.db
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.state, 'proposed'), lt(claims.createdAt, daysBefore(now, PROPOSAL_DAYS))));
    for (const { id } of forgotten) await endClaim(unit, id, 'lapsed');
  });
  return settled;
}

const settleDue = (id: string, now: Date): Promise<boolean> =>
  command(async (unit) => {
    const held = await holdClaim(unit.db, id);
    if (!isDue(held.claim, now)) return false;
    await carryOut(CLOCK, unit, held);
    return true;
  });

async function otherWeavers({ db }: Unit, viewer: SignedIn): Promise<boolean> {
  const [row] = await db.execute<{ others: boolean }>(sql`
    select exists (select from core.role_grants r join core.accounts a on a.id = r.account_id
      join core.people s on s.id = a.person_id
      where r.role = 'weaver' and s.standing = 'member' and s.id <> ${viewer.personId}) as others`);
  return row?.others === true;
}

/** Whether this viewer may settle a held claim now; the rule itself stands in `rules.ts`. */
export async function maySettle(
  unit: Unit,
  viewer: SignedIn,
  claim: Parameters<typeof mayDecide>[0] & { groupId: string },
) {
  const concerned = await concernedBy(unit.db, claim.id);
  // Whoever asks for something else about the same group is a party to the quarrel too.
  const party = [claim, ...(await openClaims(unit.db, claim.groupId))].some((each) =>
    isParty(each, viewer.personId, concerned),
  );
  return mayDecide(claim, {
    weaver: hasRole(viewer, 'weaver'),
    party,
    otherWeavers: party && (await otherWeavers(unit, viewer)),
  });
}

/**
 * A weaver who has listened settles a contested claim; the note is told to everyone concerned.
 * @throws DomainError `not_found` for everyone who is no weaver, `conflict` where it is not theirs to settle (any more)
 */
export const decideClaim = (viewer: SignedIn, id: string, { decision, note }: Decision): Promise<void> =>
  command(async (unit) => {
    mustBe(viewer, 'weaver');
    const held = await holdClaim(unit.db, id);
    if (!(await maySettle(unit, viewer, held.claim))) throw new DomainError('conflict', m.claims_not_yours_to_settle());
    const by = { decidedBy: viewer.personId, note };
    if (decision === 'yes') await carryOut(viewer, unit, held, by);
    else await endClaim(unit, id, 'declined', by);
  });

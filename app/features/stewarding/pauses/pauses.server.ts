import { eq, sql } from 'drizzle-orm';
import { pauses } from '#db/schema/pausing';
import { CLOCK } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import { holdStewards } from '~/auth/stewards.server';
import type { SignedIn } from '~/auth/viewer';
import { typedPerson } from '~/features/directory/typed-person.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { begin, end, type PauseKind } from './pause-steps.server';

/** How long a pause by one steward holds, and how long a wish for one waits for a second. */
export const HOURS = 72;
const WEEK = 7 * 86_400;

const BEGUN = { pause: 'paused', safety: 'held' } as const;

export type PauseAsked = { kind: 'paused' | 'held' | 'waits' | 'asked' | 'self' | 'nobody' | 'lately' };

/**
 * Asks to pause the account of someone the viewer sees, as {@link typedPerson} finds them, for a reason that this person
 * reads. It holds once a second steward agrees; where nobody else could, at once and for 72 hours, and not again within
 * the week. A safety hold (`safety`) is asked for in the same way.
 * @throws DomainError `not_found` for anyone but stewards
 */
export async function askPause(
  viewer: SignedIn,
  typed: string,
  reason: string,
  kind: PauseKind = 'pause',
): Promise<PauseAsked> {
  mustBe(viewer, 'steward');
  const seen = await typedPerson(viewer, typed);
  if (!seen) return { kind: 'nobody' };
  const { personId, name } = seen;
  if (personId === viewer.personId) return { kind: 'self' };
  return command(async (unit): Promise<PauseAsked> => {
    await holdStewards(unit.db);
    const [person] = await unit.db.execute(sql`
      select from core.people p join core.accounts a on a.person_id = p.id
      where p.id = ${personId} and p.standing in ('member', 'newcomer') for update of p`);
    if (!person) return { kind: 'nobody' };
    const others = await unit.db.execute(sql`
      select from core.role_grants g join core.accounts a on a.id = g.account_id
      join core.people p on p.id = a.person_id and p.standing = 'member'
      where g.role = 'steward' and p.id not in (${personId}, ${viewer.personId})`);
    const [asked] = await unit.db
      .insert(pauses)
      .values({ personId, name, askedBy: viewer.personId, kind, reason })
      .onConflictDoNothing()
      .returning({ id: pauses.id });
    if (!asked) return { kind: 'asked' };
    if (others.length > 0) return { kind: 'waits' };
    const alone = { what: 'pause by one', subject: personId, most: 1, seconds: WEEK };
    if ((await hitRateLimits([alone], unit.db)) > 0) {
      await unit.db.delete(pauses).where(eq(pauses.id, asked.id));
      return { kind: 'lately' };
    }
    await begin(unit, viewer, asked.id, HOURS);
    return { kind: BEGUN[kind] };
  });
}

export type PauseAnswered = { kind: 'paused' | 'held' | 'lifted' | 'dropped' | 'already' | 'own' | 'gone' };

/**
 * Agrees to what another steward asked.
 * @throws DomainError `not_found` for anyone but stewards
 */
export function agreePause(viewer: SignedIn, id: string): Promise<PauseAnswered> {
  mustBe(viewer, 'steward');
  return command(async (unit): Promise<PauseAnswered> => {
    await holdStewards(unit.db);
    const [pause] = await unit.db.execute<{ kind: PauseKind; begun: boolean; mine: boolean; stands: boolean }>(sql`
      select u.kind, u.begun_at is not null as begun, u.asked_by is not distinct from ${viewer.personId}::uuid as mine,
        p.standing in ('member', 'newcomer') and exists (
          select from core.role_grants g join core.accounts a on a.id = g.account_id
          join core.people s on s.id = a.person_id and s.standing = 'member'
          where g.role = 'steward' and s.id = u.asked_by) as stands
      from core.pauses u join core.people p on p.id = u.person_id
      where u.id = ${id} and u.person_id <> ${viewer.personId} for update of u, p`);
    if (!pause) return { kind: 'gone' };
    if (pause.begun) return { kind: 'already' };
    if (pause.mine) return { kind: 'own' };
    if (!pause.stands) {
      await unit.db.delete(pauses).where(eq(pauses.id, id));
      return { kind: 'gone' };
    }
    await begin(unit, viewer, id, null);
    return { kind: BEGUN[pause.kind] };
  });
}

/**
 * Ends a pause, or drops the wish for one, as any one steward may who is not paused themselves.
 * @throws DomainError `not_found` for anyone but stewards
 */
export function liftPause(viewer: SignedIn, id: string): Promise<PauseAnswered> {
  mustBe(viewer, 'steward');
  return command(async (unit): Promise<PauseAnswered> => {
    const [ended] = await end(unit, viewer, sql`u.id = ${id} and u.person_id <> ${viewer.personId}`);
    if (!ended) return { kind: 'gone' };
    return { kind: ended.begun ? 'lifted' : 'dropped' };
  });
}

/** Ends the pauses whose time is over and drops wishes that no second steward shared; of one person if one is given. */
export const endPauses = (now = new Date(), personId: string | null = null): Promise<number> =>
  command(async (unit) => {
    const at = sql`${now.toISOString()}::timestamptz`;
    const over = sql`(${personId}::uuid is null or u.person_id = ${personId}::uuid) and (u.ends_at <= ${at}
      or (u.begun_at is null and u.created_at <= ${at} - make_interval(hours => ${HOURS})))`;
    return (await end(unit, CLOCK, over)).length;
  });

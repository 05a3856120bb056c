import { eq, sql } from 'drizzle-orm';
import { pauses } from '#db/schema/pausing';
import { type Actor, CLOCK } from '~/auth/actor';
import { writeDown } from '~/auth/audit/append.server';
import { mustBe } from '~/auth/must-be';
import { shutOut } from '~/auth/sign-out.server';
import { holdStewards } from '~/auth/stewards.server';
import type { SignedIn } from '~/auth/viewer';
import { typedPerson } from '~/features/directory/typed-person.server';
import { notFound } from '~/lib/errors';
import { enqueue } from '~/lib/mail/outbox.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import type { Standing } from '~/lib/standing';
import { command, type Unit } from '~/sharing/command.server';

export const PAUSED_MAIL = 'account-paused';
export const PAUSE_ENDED_MAIL = 'pause-ended';
/** How long a pause by one steward holds, and how long a wish for one waits for a second. */
export const HOURS = 72;
const WEEK = 7 * 86_400;

export type PauseAsked = { kind: 'paused' | 'waits' | 'asked' | 'self' | 'nobody' | 'lately' };

/**
 * Asks to pause the account of someone the viewer sees, as {@link typedPerson} finds them, for a reason that this person
 * reads. It holds once a second steward agrees; where nobody else could, at once and for 72 hours, and not again within
 * the week.
 * @throws DomainError `not_found` for anyone but stewards
 */
export async function askPause(viewer: SignedIn, typed: string, reason: string): Promise<PauseAsked> {
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
      .values({ personId, name, askedBy: viewer.personId, reason })
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
    return { kind: 'paused' };
  });
}

/** Makes a pause hold: nobody but stewards knows of the person, who is signed out everywhere and told why. */
async function begin(unit: Unit, actor: Actor, id: string, hours: number | null): Promise<void> {
  const [row] = await unit.db.execute<{ personId: string; accountId: string }>(sql`
    update core.pauses u set begun_at = now(), standing_before = p.standing, agreed_by = ${actor.kind === 'person' ? actor.personId : null}::uuid,
      ends_at = now() + make_interval(hours => ${hours}::int)
    from core.people p join core.accounts a on a.person_id = p.id where u.id = ${id} and p.id = u.person_id
    returning u.person_id as "personId", a.id as "accountId"`);
  if (!row) throw notFound();
  await unit.db.execute(sql`update core.people set standing = 'held' where id = ${row.personId}`);
  await shutOut(unit.db, row.accountId);
  unit.personChanged(row.personId);
  await writeDown(unit.db, actor, { action: 'account_paused', personId: row.personId, detail: hours ? { hours } : {} });
  await enqueue(unit.db, PAUSED_MAIL, { pause: id });
}

export type PauseAnswered = { kind: 'paused' | 'lifted' | 'dropped' | 'already' | 'own' | 'gone' };

/**
 * Agrees to what another steward asked.
 * @throws DomainError `not_found` for anyone but stewards
 */
export function agreePause(viewer: SignedIn, id: string): Promise<PauseAnswered> {
  mustBe(viewer, 'steward');
  return command(async (unit): Promise<PauseAnswered> => {
    await holdStewards(unit.db);
    const [pause] = await unit.db.execute<{ begun: boolean; mine: boolean; stands: boolean }>(sql`
      select u.begun_at is not null as begun, u.asked_by is not distinct from ${viewer.personId}::uuid as mine,
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
    return { kind: 'paused' };
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

interface Ended extends Record<string, unknown> {
  personId: string;
  accountId: string;
  begun: boolean;
  before: Standing | null;
}

/** Deletes pauses with all their words, and gives those whom they held their standing back. */
async function end(unit: Unit, actor: Actor, which: ReturnType<typeof sql>): Promise<readonly Ended[]> {
  const ended = await unit.db.execute<Ended>(sql`
    delete from core.pauses u using core.accounts a where a.person_id = u.person_id and ${which}
    returning u.person_id as "personId", a.id as "accountId", u.begun_at is not null as begun, u.standing_before as before`);
  for (const { personId, accountId, begun, before } of ended) {
    if (!begun) continue;
    await unit.db.execute(sql`
      with leaver as (
        update core.departures set standing_before = ${before ?? 'newcomer'} where person_id = ${personId} returning 1
      )
      update core.people set standing = case when exists (select from leaver) then 'hidden' else ${before ?? 'newcomer'} end
      where id = ${personId} and standing = 'held'`);
    unit.personChanged(personId);
    await writeDown(unit.db, actor, { action: 'pause_lifted', personId });
    await enqueue(unit.db, PAUSE_ENDED_MAIL, { account: accountId });
  }
  return ended;
}

/** Ends the pauses whose time is over and drops wishes that no second steward shared; of one person if one is given. */
export const endPauses = (now = new Date(), personId: string | null = null): Promise<number> =>
  command(async (unit) => {
    const at = sql`${now.toISOString()}::timestamptz`;
    const over = sql`(${personId}::uuid is null or u.person_id = ${personId}::uuid) and (u.ends_at <= ${at}
      or (u.begun_at is null and u.created_at <= ${at} - make_interval(hours => ${HOURS})))`;
    return (await end(unit, CLOCK, over)).length;
  });

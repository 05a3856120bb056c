import { sql } from 'drizzle-orm';
import type { Actor } from '~/auth/actor';
import { writeDown } from '~/auth/audit/append.server';
import { shutOut } from '~/auth/sign-out.server';
import { notFound } from '~/lib/errors';
import { enqueue } from '~/lib/mail/outbox.server';
import type { Standing } from '~/lib/standing';
import type { Unit } from '~/sharing/command.server';

export const PAUSED_MAIL = 'account-paused';
export const PAUSE_ENDED_MAIL = 'pause-ended';

/** What a pause is for: to keep others safe from an account, or (`safety`, a hold) the person themselves. */
export type PauseKind = 'pause' | 'safety';

interface Begun extends Record<string, unknown> {
  personId: string;
  accountId: string;
  kind: PauseKind;
  own: boolean;
}

/**
 * Makes a pause or hold take effect: nobody but stewards knows of the person, who is signed out and told why.
 * @param hours after which it ends by itself; null for one that is lifted
 * @param keep hash of the session that stays, of a person who holds their own entry
 */
export async function begin(unit: Unit, actor: Actor, id: string, hours: number | null, keep?: string): Promise<void> {
  const [row] = await unit.db.execute<Begun>(sql`
    update core.pauses u set begun_at = now(), standing_before = p.standing, agreed_by = ${actor.kind === 'person' ? actor.personId : null}::uuid,
      ends_at = now() + make_interval(hours => ${hours}::int)
    from core.people p join core.accounts a on a.person_id = p.id where u.id = ${id} and p.id = u.person_id
    returning u.person_id as "personId", a.id as "accountId", u.kind,
      u.kind = 'safety' and u.asked_by is not distinct from u.person_id as own`);
  if (!row) throw notFound();
  const { personId, kind, own } = row;
  await unit.db.execute(sql`update core.people set standing = 'held' where id = ${personId}`);
  await shutOut(unit.db, row.accountId, keep);
  unit.personChanged(personId);
  const action = kind === 'safety' ? 'hold_begun' : 'account_paused';
  await writeDown(unit.db, actor, {
    action,
    personId,
    detail: { ...(hours ? { hours } : {}), ...(own ? { own: 1 } : {}) },
  });
  await enqueue(unit.db, PAUSED_MAIL, { pause: id });
}

interface Ended extends Record<string, unknown> {
  personId: string;
  accountId: string;
  kind: PauseKind;
  begun: boolean;
  before: Standing | null;
}

/** Deletes pauses and holds with all their words, and gives those whom they held their standing back. */
export async function end(unit: Unit, actor: Actor, which: ReturnType<typeof sql>): Promise<readonly Ended[]> {
  const ended = await unit.db.execute<Ended>(sql`
    delete from core.pauses u using core.accounts a where a.person_id = u.person_id and ${which}
    returning u.person_id as "personId", a.id as "accountId", u.kind, u.begun_at is not null as begun, u.standing_before as before`);
  for (const { personId, accountId, kind, begun, before } of ended) {
    if (!begun) continue;
    await unit.db.execute(sql`
      with leaver as (
        update core.departures set standing_before = ${before ?? 'newcomer'} where person_id = ${personId} returning 1
      )
      update core.people set standing = case when exists (select from leaver) then 'hidden' else ${before ?? 'newcomer'} end
      where id = ${personId} and standing = 'held'`);
    unit.personChanged(personId);
    await writeDown(unit.db, actor, { action: kind === 'safety' ? 'hold_lifted' : 'pause_lifted', personId });
    await enqueue(unit.db, PAUSE_ENDED_MAIL, { account: accountId });
  }
  return ended;
}

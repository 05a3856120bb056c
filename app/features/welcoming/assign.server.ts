import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';
import { tellWeaver } from './news.server';

const WELCOMERS = sql`
  from core.accounts a join core.people p on p.id = a.person_id and p.standing = 'member'
  join core.role_grants r on r.account_id = a.id and r.role in ('weaver', 'steward')`;
const HAS_FACTOR = sql`(exists (select from core.passkeys k where k.account_id = a.id)
  or exists (select from core.totp_secrets s where s.account_id = a.id and s.confirmed_at is not null))`;

/** Whether a weaver takes turns: one whose role a second factor can wake. */
export async function weaversTakeTurns({ db }: Pick<Unit, 'db'>): Promise<boolean> {
  const found = await db.execute(sql`select ${WELCOMERS} where ${HAS_FACTOR} and r.role = 'weaver' limit 1`);
  return found.length > 0;
}

/**
 * Gives a newcomer to the weaver whose turn it is: whoever waited longest among those whose role a second factor can wake;
 * where there is no weaver like that, among the stewards. Where there is nobody either, the newcomer waits for the first.
 * Nobody but the newcomer, weavers and stewards may learn of it.
 * @returns the weaver's person, or null
 */
export async function assignInTurn(unit: Unit, newcomerId: string): Promise<string | null> {
  const { db } = unit;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave welcome turns'))`);
  const [next] = await db.execute<{ id: string }>(sql`
    select a.person_id as id ${WELCOMERS}
    left join core.welcome_turns t on t.person_id = a.person_id
    where ${HAS_FACTOR} order by (r.role = 'weaver') desc, t.last_at nulls first, a.person_id limit 1`);
  if (!next) return null;
  await giveTo(unit, newcomerId, next.id);
  await tellWeaver(unit, newcomerId, next.id);
  return next.id;
}

/** Writes down who welcomes a newcomer, and that they had their turn. */
export async function giveTo({ db }: Pick<Unit, 'db'>, newcomerId: string, weaverId: string): Promise<void> {
  await db.execute(sql`
    insert into core.newcomers (person_id, kind, weaver_id) values (${newcomerId}, 'person', ${weaverId})
    on conflict (person_id) do update set weaver_id = excluded.weaver_id, updated_at = now()`);
  await db.execute(sql`
    insert into core.welcome_turns (person_id, last_at) values (${weaverId}, clock_timestamp())
    on conflict (person_id) do update set last_at = excluded.last_at`);
}

/** Gives every newcomer who waits for somebody to welcome them to the weaver whose turn it is. */
export async function assignWaiting(unit: Unit): Promise<void> {
  const waiting = await unit.db.execute<{ id: string }>(sql`
    select p.id from core.people p left join core.newcomers n on n.person_id = p.id
    where p.standing = 'newcomer' and n.weaver_id is null and not p.demo order by n.created_at nulls first, p.id limit 100`);
  for (const { id } of waiting) if (!(await assignInTurn(unit, id))) return;
}

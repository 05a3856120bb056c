import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { UNUSUAL } from './limits';

export const UNUSUAL_MAIL = 'contact-unusual';
const DAY = 86_400;

/** Whether an account opened more than stewards are shown, in this hour or on this day by the clock of UTC. */
async function isUnusual(db: Transaction, key: string, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from core.contact_openings o, (values ('hour', ${UNUSUAL.hour}::int), ('day', ${UNUSUAL.day}::int)) as u(per, most)
    where o.opener_key = ${key}
      and date_trunc(u.per, o.opened_at at time zone 'UTC') = date_trunc(u.per, ${now.toISOString()}::timestamptz at time zone 'UTC')
    group by u.per having count(distinct coalesce(o.person_key, o.group_id)) > min(u.most)`);
  return rows.length > 0;
}

/**
 * Writes to every other steward, once a day for each account, that one opened unusually many contacts. The mail names
 * nobody; whose account it is stands on the stewards' page.
 * @param key stands for the account that opened something just now
 */
export async function tellOfUnusual(db: Transaction, key: string, now: Date): Promise<void> {
  if (!(await isUnusual(db, key, now))) return;
  const told = { what: 'unusual openings told', subject: key, most: 1, seconds: DAY };
  if ((await hitRateLimits([told], db)) > 0) return;
  const stewards = await db.execute<{ id: string }>(sql`
    select a.id from core.role_grants g join core.accounts a on a.id = g.account_id
    join core.people p on p.id = a.person_id and p.standing = 'member' join core.subject_keys k on k.person_id = p.id
    where g.role = 'steward' and k.key::text <> ${key} order by a.id`);
  for (const { id } of stewards) await enqueue(db, UNUSUAL_MAIL, { account: id }, { bulk: true });
}

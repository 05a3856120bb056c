import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { stewards } from './contacts.server';

export interface Hearer extends Record<string, unknown> {
  id: string;
  account: string;
}

/**
 * Whether a steward is near to whom a concern is about: that person themselves, a lead of the same group, or one who
 * brought the other in. Who invited or vouched for whom is known to stewards and weavers alone: that somebody was passed
 * over is told to nobody, and shows at most in who reads a concern.
 */
const near = (steward: SQL, about: SQL): SQL => sql`(${steward} = ${about}
  or exists (select from core.positions mine join core.positions theirs on theirs.group_id = mine.group_id
    where mine.person_id = ${steward} and mine.leads and theirs.person_id = ${about} and theirs.leads)
  or exists (select from core.invited_people i where (i.person_id = ${about} and i.invited_by = ${steward})
    or (i.person_id = ${steward} and i.invited_by = ${about}))
  or exists (select from core.vouches v where v.newcomer_id = ${about} and v.person_id = ${steward} and v.answer = 'yes'))`;

/**
 * Up to `most` stewards who take concerns and are not involved in this one, and have not heard it: whoever had none for
 * longest comes first.
 */
export const uninvolved = async (db: Transaction, concernId: string, most: number): Promise<Hearer[]> => [
  ...(await db.execute<Hearer>(sql`
    select s.person_id as id, s.account_id as account
    from core.concern_contacts c join ${stewards} s on s.person_id = c.person_id join core.concerns x on x.id = ${concernId}
    where c.agreed_at is not null and not coalesce(${near(sql`c.person_id`, sql`x.about_id`)}, false)
      and not exists (select from core.concern_raisers r where r.concern_id = x.id and r.person_id = c.person_id)
      and not exists (select from core.concern_involved i where i.concern_id = x.id and i.person_id = c.person_id)
      and not exists (select from core.concern_hearers h where h.concern_id = x.id and h.person_id = c.person_id)
    order by (select max(h.created_at) from core.concern_hearers h where h.person_id = c.person_id) nulls first, random()
    limit ${most}`)),
];

/** Whether one of those who hear a concern is near to this person. */
export async function isNearHearers(db: Transaction, concernId: string, about: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select from core.concern_hearers h where h.concern_id = ${concernId} and ${near(sql`h.person_id`, sql`${about}::uuid`)}`);
  return rows.length > 0;
}

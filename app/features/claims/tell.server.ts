import { sql } from 'drizzle-orm';
import type { ClaimState } from '#db/schema/claims';
import { enqueue } from '~/lib/mail/outbox.server';
import type { Unit } from '~/sharing/command.server';
import { CONCERNED } from './concerned.server';

export const CLAIM_NEWS_MAIL = 'claim-news';
export const CLAIM_CONTACT_MAIL = 'claim-contact';

/** What a mail about a claim tells: that it began to wait, or how it stands now. */
export type ClaimNews = Exclude<ClaimState, never>;

/** Who is told what: those it is about and those it concerns always; weavers and operators of what is new or contested. */
const DESK: Partial<Record<ClaimNews, string>> = {
  waiting: `r.role in ('weaver', 'operator') and c.kind = 'claim'`,
  contested: `r.role = 'weaver'`,
};

/**
 * Puts one mail per account into the outbox, in the transaction of the change. A proposal is told to the person named
 * alone: until they say yes there is nothing for anyone else to object to.
 */
export async function tell(unit: Unit, claimId: string, news: ClaimNews): Promise<void> {
  const parties =
    news === 'proposed'
      ? sql`a.person_id = c.person_id`
      : sql`(a.person_id in (c.person_id, c.asked_by)
          or a.person_id in (select p.person_id from core.positions p where p.group_id = c.group_id and ${CONCERNED}))`;
  const desk = sql.raw(
    DESK[news] ? `or exists (select from core.role_grants r where r.account_id = a.id and ${DESK[news]})` : '',
  );
  const rows = await unit.db.execute<{ account: string }>(sql`
    select a.id as account from core.claims c, core.accounts a join core.people s on s.id = a.person_id
    where c.id = ${claimId} and s.standing = 'member' and (${parties} ${desk}) order by a.id`);
  for (const { account } of rows) await enqueue(unit.db, CLAIM_NEWS_MAIL, { claim: claimId, account, news });
}

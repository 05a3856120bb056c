import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { HEARER_MAIL } from './assign.server';
import type { Case } from './case.server';
import { RAISER_MAIL } from './raise.server';

export const ABOUT_MAIL = 'concern-about';

/** Tells the raiser that there is something new, if they can be reached. */
export async function tellRaiser(db: Transaction, { id, reachable }: Case): Promise<void> {
  if (reachable) await enqueue(db, RAISER_MAIL, { concern: id });
}

/** Tells the person it concerns that there is something new, if they were told of it at all. */
export const tellAbout = (db: Transaction, id: string): Promise<string> => enqueue(db, ABOUT_MAIL, { concern: id });

/** Tells those who hear it that somebody answered. */
export async function tellHearers(db: Transaction, concernId: string, round: number): Promise<void> {
  const rows = await db.execute<{ account: string }>(sql`
    select a.id as account from core.concern_hearers h join core.accounts a on a.person_id = h.person_id
    where h.concern_id = ${concernId} and h.round = ${round}`);
  for (const { account } of rows) await enqueue(db, HEARER_MAIL, { concern: concernId, account });
}

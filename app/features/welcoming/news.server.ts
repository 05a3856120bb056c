import { sql } from 'drizzle-orm';
import { enqueue } from '~/lib/mail/outbox.server';
import type { Unit } from '~/sharing/command.server';

export const WELCOME_NEWS_MAIL = 'welcome-news';

/** `newcomer` goes to the weaver, the others to the newcomer. */
export type WelcomeNews = 'welcomed' | 'not_now' | 'newcomer';

async function enqueueFor({ db }: Unit, personId: string, about: Record<string, string>): Promise<void> {
  const [row] = await db.execute<{ id: string }>(sql`select id from core.accounts where person_id = ${personId}`);
  if (row) await enqueue(db, WELCOME_NEWS_MAIL, { account: row.id, ...about });
}

/** Tells a newcomer that they were answered. */
export const tellNewcomer = (unit: Unit, personId: string, news: 'welcomed' | 'not_now'): Promise<void> =>
  enqueueFor(unit, personId, { news });

/** Tells a weaver that somebody new waits for them. */
export const tellWeaver = (unit: Unit, newcomer: string, weaverId: string): Promise<void> =>
  enqueueFor(unit, weaverId, { news: 'newcomer', newcomer });

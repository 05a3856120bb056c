import { sql } from 'drizzle-orm';
import type { NoticeChoice } from '#db/schema/notices';
import { linkHash, linkToken, linkUrl, tokenHash } from '~/lib/one-time-links.server';
import { command, type Unit } from '~/sharing/command.server';
import { choiceOf, noticeTopics, WEEKLY } from './topics.server';

/** What a link may end beside the weekly letter and a topic by its key. */
export const ALERTS = 'urgent alerts';

/**
 * The link that ends a topic without signing in, and the headers by which a mail program offers it (RFC 8058). It is the
 * same at every attempt, and goes with the account.
 */
export async function unsubscribeLink({ db }: Unit, account: string, topic: string) {
  const token = linkToken('unsubscribe', `${account} ${topic}`);
  await db.execute(sql`
    insert into core.notice_links (hash, account_id, topic)
    select ${tokenHash(token)}, id, ${topic} from core.accounts where id = ${account} on conflict do nothing`);
  const link = linkUrl('/unsubscribe', token);
  return { link, headers: unsubscribeHeaders(link) };
}

export const unsubscribeHeaders = (link: string): Record<string, string> => ({
  'List-Unsubscribe': `<${link}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** Ends what a link of another feature stands for; a token that is none of its own changes nothing. */
type Ending = (token: string) => Promise<unknown>;
const others: Ending[] = [];

/** Lets the page that ends notices take links that a feature keeps itself. */
export const registerEnding = (ending: Ending): void => {
  others.push(ending);
};

async function never({ db }: Unit, account: string, topics: readonly string[]): Promise<void> {
  await db.execute(sql`
    insert into core.notice_choices (account_id, topic, choice)
    select ${account}, t, 'never' from jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb) t
    on conflict (account_id, topic) do update set choice = 'never'`);
}

async function endWeekly(unit: Unit, account: string): Promise<void> {
  const kept = await unit.db.execute<{ topic: string; choice: NoticeChoice }>(
    sql`select topic, choice from core.notice_choices where account_id = ${account}`,
  );
  const chosen = new Map(kept.map(({ topic, choice }) => [topic, choice]));
  const weekly = noticeTopics().filter((topic) => choiceOf(topic, chosen) === 'weekly');
  await never(unit, account, [WEEKLY, ...weekly.map(({ key }) => key)]);
}

async function switchOff({ db }: Unit, account: string, what: 'alerts' | 'all'): Promise<void> {
  const set = what === 'all' ? sql`all_off = true` : sql`alerts_by_place = false, alerts_by_interest = false`;
  await db.execute(sql`insert into core.notice_settings (account_id) values (${account}) on conflict do nothing`);
  await db.execute(sql`update core.notice_settings set ${set} where account_id = ${account}`);
}

/** Ends what the link in a mail stands for, or everything. A token nobody knows is answered like any other. */
export async function unsubscribe(token: string, scope: 'this' | 'all'): Promise<void> {
  const hash = linkHash(token);
  if (!hash) return;
  const known = await command(async (unit) => {
    const [row] = await unit.db.execute<{ account: string; topic: string }>(
      sql`select account_id as account, topic from core.notice_links where hash = ${hash}`,
    );
    if (!row) return false;
    if (scope === 'all') await switchOff(unit, row.account, 'all');
    else if (row.topic === WEEKLY) await endWeekly(unit, row.account);
    else if (row.topic === ALERTS) await switchOff(unit, row.account, 'alerts');
    else await never(unit, row.account, [row.topic]);
    return true;
  });
  if (!known) for (const ending of others) await ending(token);
}

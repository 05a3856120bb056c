import { sql } from 'drizzle-orm';
import type { NoticeChoice } from '#db/schema/notices';
import { VISITOR } from '~/auth/viewer';
import { enqueue } from '~/lib/mail/outbox.server';
import { command } from '~/sharing/command.server';
import { type LetterTime, readLetterTime } from './letter-time.server';
import { afterQuiet, lastSlot } from './local-time';
import { isReachable } from './reachable.server';
import { type Recipient, recipients } from './reader.server';
import { choiceOf, type NoticeTopic, noticeTopics } from './topics.server';

export const LETTER_MAIL = 'notice-letter';

const DAY = 86_400_000;
/** What is new is looked for so far back; what was told is remembered for longer. */
const NEW_DAYS = 35;
const REMEMBERED_DAYS = 180;
/** A letter that the hub slept through is sent so much later, and left out after that. */
const CATCH_UP = 3 * DAY;
const SPREAD_MINUTES = 60;
const MOST_AT_ONCE = 100;

/** What of these topics is new to someone and was never told them. */
async function newTo(reader: Recipient, topics: readonly NoticeTopic[], now: Date) {
  const told = await command(({ db }) =>
    db.execute<{ topic: string; id: string }>(
      sql`select topic, item_id as id from core.notice_told where account_id = ${reader.viewer.accountId}`,
    ),
  );
  const since = new Date(now.getTime() - NEW_DAYS * DAY);
  const known = ({ key }: NoticeTopic) => told.filter(({ topic }) => topic === key).map(({ id }) => id);
  const found = await Promise.all(
    topics.map(async (topic) =>
      (await topic.find(reader, since, known(topic))).map((id) => ({ topic: topic.key, id })),
    ),
  );
  return found.flat();
}

/** Remembers what a letter tells and puts it into the outbox, once per account and period; nothing goes when there is nothing. */
async function write(reader: Recipient, period: string, items: { topic: string; id: string }[], runAt: Date) {
  const { accountId } = reader.viewer;
  const expires = new Date(runAt.getTime() + REMEMBERED_DAYS * DAY).toISOString().slice(0, 10);
  return command(async ({ db }) => {
    const first = await db.execute(sql`
      insert into core.notice_letters (account_id, period)
      select id, ${period} from core.accounts where id = ${accountId} on conflict do nothing returning period`);
    if (first.length === 0) return false;
    const kept = await db.execute(sql`
      insert into core.notice_told (account_id, topic, item_id, period, expires_on)
      select ${accountId}, i ->> 'topic', (i ->> 'id')::uuid, ${period}, ${expires}::date
      from jsonb_array_elements(${JSON.stringify(items)}::jsonb) i on conflict do nothing returning item_id`);
    if (kept.length === 0) return false;
    await enqueue(db, LETTER_MAIL, { account: accountId, period }, { bulk: true, runAt });
    return true;
  });
}

async function letterFor(reader: Recipient, kind: NoticeChoice, period: string, timeZone: string, now: Date) {
  const topics = noticeTopics().filter((topic) => choiceOf(topic, reader.chosen) === kind);
  const items = topics.length > 0 ? await newTo(reader, topics, now) : [];
  if (items.length === 0 && kind === 'at_once') return false;
  return write(reader, period, items, afterQuiet(now, timeZone, reader));
}

/** Accounts of a time zone whose weekly letter is due, each at a minute of its own after the hour. */
const dueAccounts = (timeZone: string, usual: LetterTime, slot: { at: Date; week: string }, now: Date) =>
  command(({ db }) =>
    db.execute<{ id: string }>(sql`
      select a.id from core.accounts a join core.people s on s.id = a.person_id
        left join core.notice_settings n on n.account_id = a.id
      where s.standing = 'member' and not s.demo and coalesce(n.time_zone, ${usual.timeZone}) = ${timeZone}
        and a.created_at < ${slot.at.toISOString()}::timestamptz and ${isReachable}
        and not exists (select from core.notice_letters l where l.account_id = a.id and l.period = ${slot.week})
        and ('x' || substr(md5(a.id::text), 1, 6))::bit(24)::int % ${SPREAD_MINUTES}
          <= ${Math.floor((now.getTime() - slot.at.getTime()) / 60_000)}::int
      order by a.id limit ${MOST_AT_ONCE}`),
  );

async function weeklyOf(timeZone: string, usual: LetterTime, now: Date): Promise<number> {
  const slot = lastSlot(now, timeZone, usual.weekday, usual.hour);
  if (now.getTime() - slot.at.getTime() > CATCH_UP) return 0;
  let sent = 0;
  for (;;) {
    const due = await dueAccounts(timeZone, usual, slot, now);
    const ids = due.map(({ id }) => id);
    const readers = await command((unit) => recipients(unit, ids));
    for (const reader of readers) if (await letterFor(reader, 'weekly', slot.week, timeZone, now)) sent += 1;
    if (due.length < MOST_AT_ONCE || readers.length === 0) return sent;
  }
}

/** Writes the weekly letters that are due, by every reader's own clock. @returns how many there were */
export async function writeWeeklyLetters(now = new Date()): Promise<number> {
  const usual = await readLetterTime(VISITOR);
  const zones = await command(({ db }) =>
    db.execute<{ zone: string }>(sql`
      select distinct time_zone as zone from core.notice_settings where time_zone is not null
      union select ${usual.timeZone}`),
  );
  let sent = 0;
  for (const { zone } of zones) sent += await weeklyOf(zone, usual, now);
  return sent;
}

/** Accounts that topics name themselves. */
async function concernedBy(now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - NEW_DAYS * DAY);
  return (await Promise.all(noticeTopics().map((topic) => topic.concerns?.(since) ?? []))).flat();
}

/** Writes to those who want to know at once, outside their quiet hours. @returns how many letters there were */
export async function writeAtOnce(now = new Date()): Promise<number> {
  const { timeZone } = await readLetterTime(VISITOR);
  const concerned = await concernedBy(now);
  const readers = await command(async (unit) => {
    const asked = JSON.stringify(noticeTopics().flatMap(({ key, concerns }) => (concerns ? [] : key)));
    const rows = await unit.db.execute<{ id: string }>(sql`
      select distinct account_id as id from core.notice_choices
      where choice = 'at_once' and topic in (select jsonb_array_elements_text(${asked}::jsonb))`);
    return recipients(unit, [...new Set([...concerned, ...rows.map(({ id }) => id)])]);
  });
  let sent = 0;
  for (const reader of readers) {
    if (await letterFor(reader, 'at_once', `at ${now.toISOString()}`, reader.timeZone ?? timeZone, now)) sent += 1;
  }
  return sent;
}

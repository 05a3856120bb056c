import { sql } from 'drizzle-orm';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { isReachable } from '~/features/notices/reachable.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkHash, linkToken, tokenHash } from '~/lib/one-time-links.server';
import { command } from '~/sharing/command.server';

export const REMINDER_MAIL = 'yearly-reminder';
export const REMINDER_LINK = 'no more reminders';
const MOST_AT_ONCE = 200;

/**
 * Asks everyone whose entry, or whose group's, was last confirmed a year ago whether it is still right: one mail for all
 * of it, at most one a year, and none to whoever switched it off. The year is kept in the transaction of the mail.
 * @returns how many mails were put into the outbox
 */
export const sendYearlyReminders = (now = new Date()): Promise<number> =>
  command(async ({ db }) => {
    const day = now.toISOString().slice(0, 10);
    const yearAgo = sql`(${day}::date - 365)`;
    const due = await db.execute<{ person: string; account: string }>(sql`
      select s.id as person, a.id as account from core.people s join core.accounts a on a.person_id = s.id
        left join core.reminders r on r.person_id = s.id
      where s.standing = 'member' and not s.demo and not coalesce(r.off, false) and ${isReachable}
        and (r.last_on is null or r.last_on <= ${yearAgo})
        and (coalesce(s.last_confirmed_on, s.joined_on, s.created_at::date) <= ${yearAgo}
          or exists (select from core.positions p join core.groups g on g.id = p.group_id
            where p.person_id = s.id and p.leads and coalesce(g.last_confirmed_on, g.listed_on) <= ${yearAgo}))
      order by s.id limit ${MOST_AT_ONCE} for no key update of s skip locked`);
    let sent = 0;
    for (const { person, account } of due) {
      const hash = tokenHash(linkToken(REMINDER_LINK, person));
      const kept = await db.execute(sql`
        insert into core.reminders as r (person_id, last_on, link_hash) values (${person}, ${day}, ${hash})
        on conflict (person_id) do update set last_on = excluded.last_on, link_hash = excluded.link_hash
          where not r.off and (r.last_on is null or r.last_on <= ${yearAgo}) returning person_id`);
      if (kept.length === 0) continue;
      await enqueue(db, REMINDER_MAIL, { account });
      sent += 1;
    }
    return sent;
  });

/** Whether the viewer gets the yearly question by mail. */
export async function wantsReminder(viewer: SignedIn): Promise<boolean> {
  const [row] = await asSelf(
    viewer.personId,
    (own) => own<{ off: boolean }[]>`select off from core.reminders where person_id = ${viewer.personId}`,
  );
  return !row?.off;
}

/** Switches the viewer's yearly mail on or off. */
export const chooseReminder = (viewer: SignedIn, wanted: boolean): Promise<void> =>
  command(async ({ db }) => {
    await db.execute(sql`
      insert into core.reminders (person_id, off) values (${viewer.personId}, ${!wanted})
      on conflict (person_id) do update set off = excluded.off`);
  });

/** What the link in a reminder is worth. Looking at it changes nothing. */
export const reminderLink = (token: string): Promise<'good' | 'unknown'> =>
  command(async ({ db }) => {
    const rows = await db.execute(sql`select 1 from core.reminders where link_hash = ${linkHash(token)}`);
    return rows.length > 0 ? 'good' : 'unknown';
  });

/** Switches the yearly mail off by the link in it. @returns whether the link was known */
export const switchOffByLink = (token: string): Promise<boolean> =>
  command(async ({ db }) => {
    const rows = await db.execute(
      sql`update core.reminders set off = true where link_hash = ${linkHash(token)} returning person_id`,
    );
    return rows.length > 0;
  });

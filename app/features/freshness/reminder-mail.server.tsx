import { sql } from 'drizzle-orm';
import { accountAddresses } from '~/auth/account-addresses.server';
import { isReachable } from '~/features/notices/reachable.server';
import { registerEnding, unsubscribeHeaders } from '~/features/notices/unsubscribe.server';
import { env } from '~/lib/env.server';
import { type Mail, type MailJob, registerMail } from '~/lib/mail/registry.server';
import { linkToken, linkUrl } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { isLocale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { formatList } from '~/ui/format';
import { REMINDER_LINK, REMINDER_MAIL, switchOffByLink } from './reminders.server';

interface Row {
  email: string;
  locale: string | null;
  person: string;
  network: string | null;
  groups: string[];
}

/** The yearly question; null for whoever left, switched it off or confirmed everything in between. */
const reminderMail = ({ about }: MailJob): Promise<Mail | null> =>
  command(async ({ db }) => {
    const [row] = await db.execute<Row & { due: boolean } & Record<string, unknown>>(sql`
      select a.email, a.locale, s.id as person, (select name from ref.network limit 1) as network,
        coalesce(s.last_confirmed_on, s.joined_on, s.created_at::date) <= current_date - 360 as due,
        to_jsonb(array(select g.name from core.positions p join core.groups g on g.id = p.group_id
          where p.person_id = s.id and p.leads and coalesce(g.last_confirmed_on, g.listed_on) <= current_date - 360
          order by g.name)) as groups
      from core.accounts a join core.people s on s.id = a.person_id join core.reminders r on r.person_id = s.id
      where a.id = ${about.account ?? null} and s.standing = 'member' and not r.off and ${isReachable}`);
    if (!row || (!row.due && row.groups.length === 0)) return null;
    const { default: YearlyReminder } = await import('#emails/YearlyReminder');
    const locale = isLocale(row.locale) ? row.locale : 'en';
    const network = row.network ?? 'Commonweave';
    const token = linkToken(REMINDER_LINK, row.person);
    return {
      to: row.email,
      locale,
      subject: () => m.freshness_mail_title({ network }),
      headers: unsubscribeHeaders(linkUrl('/unsubscribe', token)),
      element: () => (
        <YearlyReminder
          network={network}
          groups={row.groups.length > 0 ? formatList(row.groups, locale) : null}
          link={`${env().origin}/home`}
          offLink={linkUrl('/reminders', token)}
        />
      ),
    };
  });

/** Registers the yearly question. */
export function registerFreshness(): void {
  registerMail(REMINDER_MAIL, reminderMail, accountAddresses);
  registerEnding(switchOffByLink);
}

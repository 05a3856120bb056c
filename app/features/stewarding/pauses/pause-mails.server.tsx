import { sql } from 'drizzle-orm';
import { env } from '~/lib/env.server';
import { type AddressLookup, type Mail, type MailJob, registerMail } from '~/lib/mail/registry.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { PAUSE_ENDED_MAIL, PAUSED_MAIL } from './pauses.server';

interface Row extends Record<string, unknown> {
  email: string;
  locale: Locale;
  network: string;
  reason: string | null;
  ends: string | null;
}

const COLUMNS = sql`a.email, coalesce(a.locale, (select default_locale from ref.network limit 1), 'en') as locale,
  coalesce((select name from ref.network limit 1), 'Commonweave') as network`;

const read = (query: ReturnType<typeof sql>): Promise<Row | null> =>
  command(async ({ db }) => (await db.execute<Row>(query))[0] ?? null);

/** Tells someone that their account is paused and why; null once the pause is over. */
export async function pausedMail({ about }: MailJob): Promise<Mail | null> {
  const row = await read(sql`
    select ${COLUMNS}, u.reason, to_json(u.ends_at) #>> '{}' as ends
    from core.pauses u join core.accounts a on a.person_id = u.person_id
    where u.id::text = ${about.pause ?? ''} and u.begun_at is not null and (u.ends_at is null or u.ends_at > now())`);
  if (!row) return null;
  const { default: AccountPaused } = await import('#emails/AccountPaused');
  const { network, reason, locale, ends } = row;
  return {
    to: row.email,
    locale,
    subject: () => m.pausing_mail_title({ network }),
    element: () => (
      <AccountPaused {...{ network, reason: reason ?? '', locale, ends }} link={`${env().origin}/paused`} />
    ),
  };
}

/** Tells someone that the pause is over; null if they are paused again by now, or left. */
export async function pauseEndedMail({ about }: MailJob): Promise<Mail | null> {
  const row = await read(sql`
    select ${COLUMNS} from core.accounts a join core.people p on p.id = a.person_id
    where a.id::text = ${about.account ?? ''} and p.standing <> 'held'`);
  if (!row) return null;
  const { default: PauseEnded } = await import('#emails/PauseEnded');
  const { network, locale } = row;
  return {
    to: row.email,
    locale,
    subject: () => m.pausing_ended_mail_title({ network }),
    element: () => <PauseEnded network={network} link={`${env().origin}/home`} />,
  };
}

const addresses: AddressLookup = (jobs) =>
  command(async ({ db }) => {
    const ids = JSON.stringify(jobs.flatMap(({ about }) => about.pause ?? about.account ?? []));
    const rows = await db.execute<{ id: string; email: string }>(sql`
      with wanted as (select jsonb_array_elements_text(${ids}::jsonb) as id)
      select w.id, a.email from wanted w join core.accounts a on a.id::text = w.id
      union select w.id, a.email from wanted w join core.pauses u on u.id::text = w.id join core.accounts a on a.person_id = u.person_id`);
    const byId = new Map(rows.map(({ id, email }) => [id, email]));
    return new Map(
      jobs.flatMap(({ id, about }) => {
        const email = byId.get(about.pause ?? about.account ?? '');
        return email ? [[id, email] as const] : [];
      }),
    );
  });

/** Registers the mails of pauses; called by the server and the hub command. */
export function registerPausing(): void {
  registerMail(PAUSED_MAIL, pausedMail, addresses);
  registerMail(PAUSE_ENDED_MAIL, pauseEndedMail, addresses);
}

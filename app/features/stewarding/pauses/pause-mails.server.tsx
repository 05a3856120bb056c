import { eq, inArray, sql } from 'drizzle-orm';
import { accounts } from '#db/schema/accounts';
import { pauses } from '#db/schema/pausing';
import { accountAddresses } from '~/auth/account-addresses.server';
import { env } from '~/lib/env.server';
import { addressesBy } from '~/lib/mail/addresses-by.server';
import { type Mail, type MailJob, registerMail } from '~/lib/mail/registry.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { PAUSE_ENDED_MAIL, PAUSED_MAIL, type PauseKind } from './pause-steps.server';

interface Row extends Record<string, unknown> {
  email: string;
  locale: Locale;
  network: string;
  reason: string | null;
  kind: PauseKind;
  own: boolean;
  ends: string | null;
}

const COLUMNS = sql`a.email, coalesce(a.locale, (select default_locale from ref.network limit 1), 'en') as locale,
  coalesce((select name from ref.network limit 1), 'Commonweave') as network`;

const read = (query: ReturnType<typeof sql>): Promise<Row | null> =>
  command(async ({ db }) => (await db.execute<Row>(query))[0] ?? null);

/**
 * Tells someone that their account is paused and why; null once the pause is over. What stewards write about someone's
 * safety stays behind the link: others may read the mails of a person in danger.
 */
export async function pausedMail({ about }: MailJob): Promise<Mail | null> {
  const row = await read(sql`
    select ${COLUMNS}, u.reason, u.kind, u.asked_by is not distinct from u.person_id as own, to_json(u.ends_at) #>> '{}' as ends
    from core.pauses u join core.accounts a on a.person_id = u.person_id
    where u.id::text = ${about.pause ?? ''} and u.begun_at is not null and (u.ends_at is null or u.ends_at > now())`);
  if (!row) return null;
  const { network, reason, locale, ends, kind, own } = row;
  if (kind === 'safety') {
    const { default: EntryHeld } = await import('#emails/EntryHeld');
    return {
      to: row.email,
      locale,
      subject: () => m.holding_mail_title({ network }),
      element: () => <EntryHeld {...{ network, own, locale, ends }} link={`${env().origin}/paused`} />,
    };
  }
  const { default: AccountPaused } = await import('#emails/AccountPaused');
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

const pausedAddresses = addressesBy(
  ({ pause }) => pause,
  (ids) =>
    command(({ db }) =>
      db
        .select({ id: pauses.id, email: accounts.email })
        .from(pauses)
        .innerJoin(accounts, eq(accounts.personId, pauses.personId))
        .where(inArray(pauses.id, ids)),
    ),
);

/** Registers the mails of pauses; called by the server and the hub command. */
export function registerPausing(): void {
  registerMail(PAUSED_MAIL, pausedMail, pausedAddresses);
  registerMail(PAUSE_ENDED_MAIL, pauseEndedMail, accountAddresses);
}

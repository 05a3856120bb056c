import { sql } from 'drizzle-orm';
import { accountAddresses } from '~/auth/account-addresses.server';
import { env } from '~/lib/env.server';
import { type Mail, type MailJob, registerMail } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { UNUSUAL_MAIL } from './tell-stewards.server';

interface Row extends Record<string, unknown> {
  email: string;
  locale: string | null;
  network: string;
}

/** Tells a steward that there is something to look at; null for whoever is no steward any more. */
export async function unusualMail({ about }: MailJob): Promise<Mail | null> {
  const [row] = await command(({ db }) =>
    db.execute<Row>(sql`
      select a.email, a.locale, coalesce((select name from ref.network limit 1), 'Commonweave') as network
      from core.accounts a join core.role_grants g on g.account_id = a.id and g.role = 'steward'
      join core.people p on p.id = a.person_id and p.standing = 'member' where a.id::text = ${about.account ?? ''}`),
  );
  if (!row) return null;
  const { network } = row;
  const { default: UnusualOpenings } = await import('#emails/UnusualOpenings');
  return {
    to: row.email,
    locale: offeredLocale(row.locale),
    subject: () => m.contact_mail_title({ network }),
    element: () => <UnusualOpenings network={network} link={`${env().origin}/steward/contact`} />,
  };
}

/** Registers the mail of unusual openings; called by the server and the hub command. */
export const registerContact = (): void => registerMail(UNUSUAL_MAIL, unusualMail, accountAddresses);

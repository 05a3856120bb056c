import { inArray, sql } from 'drizzle-orm';
import { applications } from '#db/schema/welcoming';
import { signInMailFor } from '~/auth/sign-in-mail.server';
import { addressesBy } from '~/lib/mail/addresses-by.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { joinCode, joinLink, keepJoinToken } from './application-tokens.server';

type Row = {
  id: string;
  email: string;
  locale: string;
  requestId: string;
  known: boolean;
  network: string | null;
};

/** A link that comes long after it was asked for helps nobody. */
const LATEST_HOURS = 12;

/**
 * Answers somebody who asked to join: whoever has an account gets what the sign-in page would have sent, anyone else the
 * link that makes an account. Null once it is answered, or was too long ago.
 */
export async function joinMail({ id, about, createdAt }: MailJob): Promise<Mail | null> {
  if (createdAt.getTime() < Date.now() - LATEST_HOURS * 3_600_000) return null;
  const row = await command(async ({ db }) => {
    const [found] = await db.execute<Row>(sql`
      select p.id, p.email, p.locale, p.request_id as "requestId",
        exists (select from core.accounts a where a.email = p.email) as known, (select name from ref.network limit 1) as network
      from core.applications p where p.id::text = ${about.application ?? ''}`);
    if (found && !found.known) await keepJoinToken(db, found.id, id);
    return found ?? null;
  });
  if (!row) return null;
  if (row.known) return signInMailFor(id, row.requestId);
  const network = row.network ?? 'Commonweave';
  const { default: Join } = await import('#emails/Join');
  return {
    to: row.email,
    locale: offeredLocale(row.locale),
    subject: () => m.join_mail_subject({ network }),
    element: () => <Join network={network} link={joinLink(id)} code={joinCode(id)} />,
  };
}

/** Addresses that asked to join, by the id of the mail. */
export const joinAddresses = addressesBy(
  ({ application }) => application,
  (ids) => command(({ db }) => db.select().from(applications).where(inArray(applications.id, ids))),
);

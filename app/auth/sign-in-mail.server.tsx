import { writerSql } from '#db/writer.server';
import { addressesBy } from '~/lib/mail/addresses-by.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { keepMailedToken, mailedCode, mailedToken, signInUrl } from './sign-in-tokens.server';

export const SIGN_IN_MAIL = 'sign-in';

/** A link that comes an hour after it was asked for helps nobody. */
const LATEST_MINUTES = 60;

interface Row {
  requestId: string;
  accountId: string;
  email: string;
  accountLocale: string | null;
  locale: string;
  redirectTo: string | null;
  network: string | null;
}

/** The mail with the sign-in link; null when no account has the address, or the wish is too old. */
export const signInMail = ({ id, about }: MailJob): Promise<Mail | null> => signInMailFor(id, about.request);

/** The same as the answer to a wish that was noted on another page; `outboxId` is that of the mail. */
export async function signInMailFor(outboxId: string, request: string | undefined): Promise<Mail | null> {
  const [row] = await writerSql()<Row[]>`
    select r.id as "requestId", a.id as "accountId", a.email, a.locale as "accountLocale", r.locale, r.redirect_to as "redirectTo",
      (select name from ref.network limit 1) as network
    from core.sign_in_requests r join core.accounts a on a.email = r.email
    where r.id = ${request ?? null} and r.created_at > now() - make_interval(mins => ${LATEST_MINUTES})`;
  if (!row) return null;
  // Templates take a second of processor time to load: only a hub that sends mail spends it.
  const { default: SignIn } = await import('#emails/SignIn');
  const { accountId, redirectTo } = row;
  await keepMailedToken({ outboxId, requestId: row.requestId, accountId, redirectTo });
  const network = row.network ?? 'Commonweave';
  return {
    to: row.email,
    locale: offeredLocale(row.accountLocale, row.locale),
    subject: () => m.mail_sign_in_subject({ network }),
    element: () => <SignIn network={network} link={signInUrl(mailedToken(outboxId))} code={mailedCode(outboxId)} />,
  };
}

/** Addresses that sign-in mails were asked for, by the id of the mail. */
export const signInAddresses = addressesBy(
  ({ request }) => request,
  (ids) => writerSql()<{ id: string; email: string }[]>`
    select id, email from core.sign_in_requests where id = any(${ids}::uuid[])`,
);

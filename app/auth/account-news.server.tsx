import type { Transaction } from '#db/client.server';
import { writerSql } from '#db/writer.server';
import { env } from '~/lib/env.server';
import { enqueue } from '~/lib/mail/outbox.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { offeredLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';

export const ACCOUNT_NEWS_MAIL = 'account-news';

/** What an account's owner is told by mail, for they may not have done it themselves. */
const NEWS = {
  passkey_added: () => m.security_news_passkey_added(),
  passkey_removed: () => m.security_news_passkey_removed(),
  app_added: () => m.security_news_app_added(),
  app_removed: () => m.security_news_app_removed(),
  codes_made: () => m.security_news_codes_made(),
  code_handed_over: () => m.security_news_code_handed_over(),
  role_granted: () => m.security_news_role_granted(),
  role_revoked: () => m.security_news_role_revoked(),
};
export type AccountNews = keyof typeof NEWS;

/** News of days ago, which waited for a mail service, would only alarm. */
const LATEST_HOURS = 72;

/** Puts the mail that tells an account what changed about it into the outbox, in the transaction of the change. */
export const tellAccount = (tx: Transaction, accountId: string, what: AccountNews): Promise<string> =>
  enqueue(tx, ACCOUNT_NEWS_MAIL, { account: accountId, what });

interface Row {
  email: string;
  locale: string | null;
  network: string | null;
}

/** The mail about one change; null for an account that is gone, or news that is old. */
export async function accountNewsMail({ about, createdAt }: MailJob): Promise<Mail | null> {
  const say = Object.hasOwn(NEWS, about.what ?? '') ? NEWS[about.what as AccountNews] : null;
  if (!say || createdAt.getTime() < Date.now() - LATEST_HOURS * 3_600_000) return null;
  const [row] = await writerSql()<Row[]>`
    select a.email, a.locale, (select name from ref.network limit 1) as network
    from core.accounts a where a.id = ${about.account ?? null}`;
  if (!row) return null;
  const { default: AccountNewsLetter } = await import('#emails/AccountNews');
  const network = row.network ?? 'Commonweave';
  return {
    to: row.email,
    locale: offeredLocale(row.locale, null),
    subject: () => m.security_news_title({ network }),
    element: () => (
      <AccountNewsLetter network={network} text={say()} link={new URL('/settings/security', env().origin).href} />
    ),
  };
}

import { accountAddresses } from '~/auth/account-addresses.server';
import { registerMail } from '~/lib/mail/registry.server';
import { alertMail } from './alert-mail.server';
import { ALERT_MAIL } from './alerts.server';
import { letterMail } from './letter-mail.server';
import { LETTER_MAIL } from './letters.server';
import { NEW_GROUPS, NEW_PEOPLE } from './near-me.server';
import { registerNotices } from './topics.server';

/** Registers letters and alerts, and what of the directory is news. */
export function registerNoticeMails(): void {
  registerNotices(NEW_PEOPLE, NEW_GROUPS);
  registerMail(LETTER_MAIL, letterMail, accountAddresses);
  registerMail(ALERT_MAIL, alertMail, accountAddresses);
}

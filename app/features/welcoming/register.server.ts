import { accountAddresses } from '~/auth/account-addresses.server';
import { registerMail } from '~/lib/mail/registry.server';
import { joinAddresses, joinMail } from './application-mail.server';
import { JOIN_MAIL } from './apply.server';
import { WELCOME_NEWS_MAIL } from './news.server';
import { welcomeNewsMail } from './news-mail.server';

/** Registers the mails of welcoming; called by the server and the hub command. */
export function registerWelcoming(): void {
  registerMail(JOIN_MAIL, joinMail, joinAddresses);
  registerMail(WELCOME_NEWS_MAIL, welcomeNewsMail, accountAddresses);
}

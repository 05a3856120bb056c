import { registerMail, registerUnsaid } from '~/lib/mail/registry.server';
import { accountAddresses } from './account-addresses.server';
import { ACCOUNT_NEWS_MAIL, accountNewsMail } from './account-news.server';
import { ADDRESS_CHANGED_MAIL, ADDRESS_CONFIRM_MAIL } from './address-change.server';
import { addressChangeAddresses, addressChangedMail, addressConfirmMail } from './address-mails.server';
import { SIGN_IN_MAIL, signInAddresses, signInMail } from './sign-in-mail.server';

/** Registers the mails of sign-in; called by the server and the hub command before mail is sent. */
export function registerAuth(): void {
  registerMail(SIGN_IN_MAIL, signInMail, signInAddresses);
  registerMail(ACCOUNT_NEWS_MAIL, accountNewsMail, accountAddresses);
  registerMail(ADDRESS_CONFIRM_MAIL, addressConfirmMail, addressChangeAddresses(ADDRESS_CONFIRM_MAIL));
  registerMail(ADDRESS_CHANGED_MAIL, addressChangedMail, addressChangeAddresses(ADDRESS_CHANGED_MAIL));
  registerUnsaid(SIGN_IN_MAIL, ADDRESS_CONFIRM_MAIL);
}

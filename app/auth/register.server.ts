import { registerMail } from '~/lib/mail/registry.server';
import { SIGN_IN_MAIL, signInAddresses, signInMail } from './sign-in-mail.server';

/** Registers the mails of sign-in; called by the server and the hub command before mail is sent. */
export function registerAuth(): void {
  registerMail(SIGN_IN_MAIL, signInMail, signInAddresses);
}

import { registerMail } from '~/lib/mail/registry.server';
import { HEARER_MAIL, OUTSIDE_MAIL } from './assign.server';
import { aboutMail, hearerMail, outsideAskMail, raiserMail } from './news-mails.server';
import { OUTSIDE_ASK_MAIL } from './outside.server';
import { afterOutsideMail, outsideMail } from './outside-mail.server';
import { RAISER_MAIL } from './raise.server';
import { ABOUT_MAIL } from './tell.server';

/**
 * Registers the mails of concerns; called by the server and the hub command. None has an address to show: operators see
 * that mail in confidence went out, and never to whom.
 */
export function registerConcerns(): void {
  registerMail(HEARER_MAIL, hearerMail);
  registerMail(RAISER_MAIL, raiserMail);
  registerMail(ABOUT_MAIL, aboutMail);
  registerMail(OUTSIDE_ASK_MAIL, outsideAskMail);
  registerMail(OUTSIDE_MAIL, outsideMail, undefined, afterOutsideMail);
}

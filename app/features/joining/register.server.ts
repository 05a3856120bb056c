import { registerMail, registerUnsaid } from '~/lib/mail/registry.server';
import { REMINDER_MAIL } from './batches/remind.server';
import { invitationAddresses, invitationMail, reminderMail } from './invitation-mail.server';
import { INVITATION_MAIL } from './invite.server';

/** Registers the mails of joining; called by the server and the hub command. */
export function registerJoining(): void {
  registerMail(INVITATION_MAIL, invitationMail, invitationAddresses);
  registerMail(REMINDER_MAIL, reminderMail, invitationAddresses);
  registerUnsaid(INVITATION_MAIL, REMINDER_MAIL);
}

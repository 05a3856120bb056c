import { registerMail, registerUnsaid } from '~/lib/mail/registry.server';
import { MEMBER_INVITATION_MAIL } from './invite-somebody.server';
import { invitedMail } from './invited-mail.server';

/** Registers the mails of inviting, to addresses that operators see nothing of; called by the server and the hub command. */
export function registerInviting(): void {
  registerMail(MEMBER_INVITATION_MAIL, invitedMail);
  registerUnsaid(MEMBER_INVITATION_MAIL);
}

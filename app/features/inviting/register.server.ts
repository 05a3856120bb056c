import { registerMail } from '~/lib/mail/registry.server';
import { MEMBER_INVITATION_MAIL } from './invite-somebody.server';
import { invitedAddresses, invitedMail } from './invited-mail.server';

/** Registers the mails of inviting; called by the server and the hub command. */
export function registerInviting(): void {
  registerMail(MEMBER_INVITATION_MAIL, invitedMail, invitedAddresses);
}

import { hasRole, type Viewer } from '~/auth/viewer';
import { type MailTrouble, troubleWithMail } from '~/lib/mail/trouble.server';

/** The trouble there is with mail, for operators; null for everyone else, and when there is none. */
export const mailTroubleFor = async (viewer: Viewer): Promise<MailTrouble | null> =>
  hasRole(viewer, 'operator') ? troubleWithMail() : null;

import { keyedToken, linkUrl } from '~/lib/one-time-links.server';

/** The token of an invitation: always the same, so that a mail that is tried again has the same bytes. */
export const invitationToken = (id: string): string => keyedToken('invitation token', id);

export const invitationUrl = (id: string): string => linkUrl('/invitation', invitationToken(id));

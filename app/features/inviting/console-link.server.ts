import { sql } from 'drizzle-orm';
import { linkToken, linkUrl } from '~/lib/one-time-links.server';
import { command } from '~/sharing/command.server';
import { INVITED_LINK } from './invite-somebody.server';

/** The link of the newest open invitation by a member to an address, for the console's owner to hand out; null if there is none. */
export const memberInvitationLink = (email: string): Promise<string | null> =>
  command(async ({ db }) => {
    const [row] = await db.execute<{ id: string }>(sql`
      select id from core.member_invitations where email = ${email.trim().toLowerCase()} and expires_at > now()
      order by created_at desc limit 1`);
    return row ? linkUrl('/invited', linkToken(INVITED_LINK, row.id)) : null;
  });

import { sql } from 'drizzle-orm';
import { erasedAmong } from '~/auth/tombstones.server';
import { VISITOR } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { linkToken, linkUrl } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { GOES_BY } from '~/sharing/goes-by.server';
import { INVITED_LINK } from './invite-somebody.server';

interface Row extends Record<string, unknown> {
  id: string;
  email: string;
  name: string;
  words: string | null;
  inviter: string;
  locale: 'en' | 'es';
  until: string;
}

/**
 * The mail of a member's invitation; null once it is answered, withdrawn or ran out, and for an address that is known
 * to the hub in whatever way or asked not to be here.
 */
export async function invitedMail({ about }: MailJob): Promise<Mail | null> {
  const row = await command(async ({ db }) => {
    const [found] = await db.execute<Row>(sql`
      select v.id, v.email, v.name, v.words, v.locale, to_json(v.expires_at) #>> '{}' as until,
        coalesce(${GOES_BY}, '') as inviter
      from core.member_invitations v join core.people p on p.id = v.invited_by and p.standing = 'member'
      where v.id::text = ${about.invitation ?? ''} and v.expires_at > now() and v.mail_at is not null
        and not exists (select from core.accounts a where a.email = v.email)
        and not exists (select from core.imported_people i where i.email = v.email)`);
    if (!found?.email || (await erasedAmong(db, [found.email])).size > 0) return null;
    return found;
  });
  if (!row) return null;
  const { name: network, purpose } = await readNetwork(VISITOR, row.locale);
  const { default: MemberInvitation } = await import('#emails/MemberInvitation');
  const { id, email, until, ...shown } = row;
  const link = linkUrl('/invited', linkToken(INVITED_LINK, id));
  return {
    to: email,
    locale: row.locale,
    subject: () => m.inviting_mail_subject({ inviter: row.inviter, network }),
    element: () => <MemberInvitation {...{ network, purpose, link, ...shown }} until={new Date(until)} />,
  };
}

import { sql } from 'drizzle-orm';
import { VISITOR } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { invitationUrl } from './invitation-tokens.server';
import { keepToken } from './invite.server';

type Row = { id: string; name: string; email: string; source: string; locale: 'en' | 'es'; until: string };

/** The mail of an invitation; null once it is answered, ran out, or its person is gone. */
export async function invitationMail({ about }: MailJob): Promise<Mail | null> {
  const row = await command(async ({ db }) => {
    const [found] = await db.execute<Row>(sql`
      select v.id, p.name, i.email, i.source, v.locale, to_json(v.expires_at) #>> '{}' as until
      from core.invitations v join core.imported_people i on i.person_id = v.person_id join core.people p on p.id = i.person_id
      where v.id::text = ${about.invitation ?? ''} and v.expires_at > now()
        and not exists (select from core.accounts a where a.email = i.email)`);
    if (found) await keepToken(db, found.id);
    return found ?? null;
  });
  if (!row) return null;
  const { name: network, purpose } = await readNetwork(VISITOR, row.locale);
  const { default: Invitation } = await import('#emails/Invitation');
  const { name, source, locale, until } = row;
  return {
    to: row.email,
    locale,
    subject: () => m.invitation_mail_subject({ network }),
    element: () => (
      <Invitation
        {...{ network, purpose, name, source, locale }}
        until={new Date(until)}
        link={invitationUrl(row.id)}
      />
    ),
  };
}

/** Addresses that invitations go to, by the id of the mail. */
export async function invitationAddresses(jobs: readonly MailJob[]): Promise<Map<string, string>> {
  const ids = jobs.map(({ about }) => about.invitation ?? '');
  const rows = await command(({ db }) =>
    db.execute<{ id: string; email: string }>(sql`
      select v.id, i.email from core.invitations v join core.imported_people i on i.person_id = v.person_id
      where v.id::text in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`),
  );
  const byId = new Map(rows.map(({ id, email }) => [id, email]));
  return new Map(
    jobs.flatMap(({ id, about }) => {
      const email = byId.get(about.invitation ?? '');
      return email ? [[id, email] as const] : [];
    }),
  );
}

import { eq, inArray, sql } from 'drizzle-orm';
import { importedPeople, invitations } from '#db/schema/invitations';
import type { Localised } from '#db/schema/network';
import { VISITOR } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import { inLanguage } from '~/lib/localised';
import { addressesBy } from '~/lib/mail/addresses-by.server';
import type { Mail, MailJob } from '~/lib/mail/registry.server';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { invitationUrl } from './invitation-tokens.server';
import { keepToken } from './invite.server';

interface Letter {
  name: string;
  email: string;
  source: string;
  locale: 'en' | 'es';
  /** The network's own, of a batch. */
  words: Localised | null;
  /** Whether this is the second and last mail. */
  again: boolean;
  link: string;
  until: Date;
}

/** The mail of an invitation as its recipient reads it. */
export async function invitationLetter({ email, words, ...shown }: Letter): Promise<Mail> {
  const { locale } = shown;
  const { name: network, purpose } = await readNetwork(VISITOR, locale);
  const { default: Invitation } = await import('#emails/Invitation');
  const own = words && inLanguage(words, locale).text;
  return {
    to: email,
    locale,
    subject: () =>
      shown.again ? m.invitation_mail_again_subject({ network }) : m.invitation_mail_subject({ network }),
    element: () => <Invitation {...{ network, purpose, ...shown }} words={own} />,
  };
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  email: string;
  source: string;
  locale: 'en' | 'es';
  until: string;
  words: Localised | null;
}

const mailOf =
  (again: boolean) =>
  async ({ about }: MailJob): Promise<Mail | null> => {
    const row = await command(async ({ db }) => {
      const [found] = await db.execute<Row>(sql`
        select v.id, p.name, i.email, i.source, v.locale, to_json(v.expires_at) #>> '{}' as until, b.words
        from core.invitations v join core.imported_people i on i.person_id = v.person_id join core.people p on p.id = i.person_id
        left join core.invitation_batches b on b.id = v.batch_id
        where v.id::text = ${about.invitation ?? ''} and v.expires_at > now()
          and not exists (select from core.accounts a where a.email = i.email)`);
      if (found) await keepToken(db, found.id);
      return found ?? null;
    });
    if (!row) return null;
    const { id, until, ...shown } = row;
    return invitationLetter({ ...shown, again, until: new Date(until), link: invitationUrl(id) });
  };

/** The mail of an invitation; null once it is answered, ran out, or its person is gone. */
export const invitationMail = mailOf(false);
/** The one mail after it, to whoever was silent. */
export const reminderMail = mailOf(true);

/** Addresses that invitations go to, by the id of the mail. */
export const invitationAddresses = addressesBy(
  ({ invitation }) => invitation,
  (ids) =>
    command(({ db }) =>
      db
        .select({ id: invitations.id, email: importedPeople.email })
        .from(invitations)
        .innerJoin(importedPeople, eq(importedPeople.personId, invitations.personId))
        .where(inArray(invitations.id, ids)),
    ),
);

import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { importedPeople, invitations } from '#db/schema/invitations';
import { people } from '#db/schema/people';
import type { Actor } from '~/auth/actor';
import { mustBe } from '~/auth/must-be';
import { profileInput } from '~/features/profile/profile.schema';
import { DomainError, notFound } from '~/lib/errors';
import { enqueue } from '~/lib/mail/outbox.server';
import { tokenHash } from '~/lib/one-time-links.server';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { IMPORTED_KEPT_DAYS } from '~/lib/standing';
import { command, type Unit } from '~/sharing/command.server';
import { addImported, holdAddresses, knownAddresses } from './imported.server';
import { invitationToken, invitationUrl } from './invitation-tokens.server';

export const INVITATION_MAIL = 'invitation';
const VALID_DAYS = 7;
const MOST_A_DAY = 200;

type Locale = 'en' | 'es';

/** What became of a wish to invite somebody. `since` is an ISO date and time. */
export type Invited =
  | { kind: 'invited'; name: string }
  | { kind: 'already'; name: string; since: string }
  | { kind: 'has_account'; name: string }
  | { kind: 'known' }
  | { kind: 'too_many' };

/**
 * Invites an imported person by one mail. A person is invited once: a second wish tells when that was.
 * @throws DomainError `not_found` for anyone but stewards, and for who is not (or no longer) an imported person
 */
export async function invite(actor: Actor, personId: string, locale: Locale): Promise<Invited> {
  mustBe(actor, 'steward');
  if (await isTooMuch(actor)) return { kind: 'too_many' };
  return command((unit) => inviteImported(unit, personId, locale));
}

/** Writes a new person down and invites them; of an address that is known nothing more is said than that. */
export async function inviteAddress(
  actor: Actor,
  { name, email, source }: { name: string; email: string; source: string },
  locale: Locale,
): Promise<Invited> {
  mustBe(actor, 'steward');
  if (await isTooMuch(actor)) return { kind: 'too_many' };
  return command(async (unit) => {
    await holdAddresses(unit);
    if ((await knownAddresses(unit.db, [email])).size > 0) return { kind: 'known' };
    const [personId = ''] = await addImported(actor, unit, [{ profile: profileInput.parse({ name }), email, source }]);
    return inviteImported(unit, personId, locale);
  });
}

async function isTooMuch(actor: Actor): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const limit = { what: 'invitations', subject: actor.accountId, most: MOST_A_DAY, seconds: 86_400 };
  return (await hitRateLimits([limit])) > 0;
}

async function inviteImported({ db }: Unit, personId: string, asked: Locale): Promise<Invited> {
  const [person] = await db.execute<{ name: string; email: string; known: boolean; codes: string[] }>(sql`
    select p.name, i.email, exists (select from core.accounts a where a.email = i.email) as known,
      array(select code from core.person_languages l where l.person_id = p.id) as codes
    from core.people p join core.imported_people i on i.person_id = p.id
    where p.id = ${personId} and p.standing = 'imported' for update of p`);
  if (!person) throw notFound();
  const { name, known } = person;
  if (known) return { kind: 'has_account', name };
  const [sent] = await db.select().from(invitations).where(eq(invitations.personId, personId));
  if (sent) return { kind: 'already', name, since: sent.createdAt.toISOString() };
  const { id, tokenHash: hash, locale } = newInvitation(personId, person.codes, asked);
  await db.execute(sql`
    insert into core.invitations (id, person_id, token_hash, locale, expires_at)
    select ${id}, ${personId}, ${hash}, ${locale},
      least(now() + make_interval(days => ${VALID_DAYS}), imported_at + make_interval(days => ${IMPORTED_KEPT_DAYS}))
    from core.imported_people where person_id = ${personId}`);
  await enqueue(db, INVITATION_MAIL, { invitation: id });
  return { kind: 'invited', name };
}

/** A row for the invitation of somebody who speaks the languages of these codes. */
export function newInvitation(personId: string, codes: readonly string[], asked: Locale) {
  const id = randomUUID();
  return { id, personId, tokenHash: tokenHash(invitationToken(id)), locale: languageOf(codes) ?? asked };
}

/** The language to write in to someone who speaks one of ours and not the other. */
function languageOf(codes: readonly string[]): Locale | null {
  const [spanish, english] = [codes.includes('es'), codes.includes('en')];
  return spanish === english ? null : spanish ? 'es' : 'en';
}

/**
 * The link of an address that was invited and has no account yet, for the console's owner to hand out; it invites nobody.
 * @returns null for an address that is not an imported person's
 * @throws DomainError `conflict` for an imported person whom nobody has invited
 */
export async function invitationLink(email: string): Promise<string | null> {
  return command(async ({ db }) => {
    const [row] = await db
      .select({ id: invitations.id, personId: importedPeople.personId })
      .from(importedPeople)
      .innerJoin(people, eq(people.id, importedPeople.personId))
      .leftJoin(invitations, eq(invitations.personId, importedPeople.personId))
      .where(eq(importedPeople.email, email.trim().toLowerCase()));
    if (!row) return null;
    if (!row.id)
      throw new DomainError(
        'conflict',
        'This address was imported and is not invited yet: a steward can do that at /steward/imported.',
      );
    await keepToken(db, row.id);
    return invitationUrl(row.id);
  });
}

/** Keeps a token's hash again: after a restore with another HUB_SECRET the links are other ones. */
export const keepToken = (db: Unit['db'], id: string) =>
  db
    .update(invitations)
    .set({ tokenHash: tokenHash(invitationToken(id)) })
    .where(eq(invitations.id, id));

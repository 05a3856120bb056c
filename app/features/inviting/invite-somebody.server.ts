import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { memberInvitations } from '#db/schema/inviting';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { keyedHash } from '~/lib/env.server';
import { notFound } from '~/lib/errors';
import { maskAddress } from '~/lib/mail/mask';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkToken, tokenHash } from '~/lib/one-time-links.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';

export const MEMBER_INVITATION_MAIL = 'member-invitation';
export const INVITED_LINK = 'member invitation';

const MOST_A_DAY = 10;
const DAY = 86_400;
/** Mails that one address gets in a month, whoever invites it. */
const MOST_A_MONTH = 3;

export interface Wish {
  /** Lower case. */
  email: string;
  name: string;
  words: string | null;
  locale: Locale;
}

/** What a member reads of a wish to invite; nothing of it depends on who the hub knows. `since` is an ISO date and time. */
export type Asked = { kind: 'sent'; label: string } | { kind: 'again'; since: string } | { kind: 'own' | 'too_many' };

/**
 * Invites somebody the viewer knows. The same is written and answered for every address: only the mail worker looks up
 * whether there is anyone to write to, and an address that others invited often enough this month gets no mail.
 * @throws DomainError `not_found` for who is not a member
 */
export async function inviteSomebody(viewer: SignedIn, wish: Wish): Promise<Asked> {
  if (viewer.standing !== 'member') throw notFound();
  const daily = { what: 'member invitations', subject: viewer.accountId, most: MOST_A_DAY, seconds: DAY };
  if ((await hitRateLimits([daily])) > 0) return { kind: 'too_many' };
  const { email } = wish;
  const pairHash = pairHashOf(viewer.personId, email);
  return command(async ({ db }): Promise<Asked> => {
    const [own] = await db.execute<{ email: string }>(
      sql`select email from core.accounts where id = ${viewer.accountId}`,
    );
    if (own?.email === email) return { kind: 'own' };
    await db.execute(sql`delete from core.member_invitations where pair_hash = ${pairHash} and expires_at <= now()`);
    const [asked] = await db
      .select({ since: memberInvitations.createdAt })
      .from(memberInvitations)
      .where(eq(memberInvitations.pairHash, pairHash));
    if (asked) return { kind: 'again', since: asked.since.toISOString() };
    const monthly = { what: 'invitations of an address', subject: email, most: MOST_A_MONTH, seconds: 30 * DAY };
    const mailAt = (await hitRateLimits([monthly], db)) > 0 ? null : new Date();
    const row = newMemberInvitation(viewer.personId, wish, mailAt);
    const written = await db
      .insert(memberInvitations)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: memberInvitations.id });
    if (written.length > 0) await enqueue(db, MEMBER_INVITATION_MAIL, { invitation: row.id });
    return { kind: 'sent', label: row.label };
  });
}

const pairHashOf = (invitedBy: string, email: string) => keyedHash('invited by', `${invitedBy} ${email}`);

/** A row for the invitation of somebody by a member. @param mailAt when its mail may go; null for none */
export function newMemberInvitation(invitedBy: string, { email, name, words, locale }: Wish, mailAt: Date | null) {
  const id = randomUUID();
  return {
    id,
    invitedBy,
    email,
    name,
    words,
    locale,
    pairHash: pairHashOf(invitedBy, email),
    label: maskAddress(email),
    tokenHash: tokenHash(linkToken(INVITED_LINK, id)),
    mailAt,
    expiresAt: sql`now() + interval '7 days'`,
  };
}

/** Takes back an invitation of the viewer's own; false if there is none such any more. */
export const withdrawInvitation = (viewer: SignedIn, id: string): Promise<boolean> =>
  command(async ({ db }) => {
    const gone = await db
      .delete(memberInvitations)
      .where(and(eq(memberInvitations.id, id), eq(memberInvitations.invitedBy, viewer.personId)))
      .returning({ id: memberInvitations.id });
    return gone.length > 0;
  });

export interface OpenInvitation {
  id: string;
  label: string;
  /** ISO dates and times. */
  since: string;
  until: string;
}

/** The viewer's own invitations of the last seven days. Whether one was answered is no part of it. */
export const myInvitations = ({ personId }: SignedIn): Promise<OpenInvitation[]> =>
  asSelf(personId, async (sqlAs) => [
    ...(await sqlAs<OpenInvitation[]>`
      select id, label, to_json(created_at) #>> '{}' as since, to_json(expires_at) #>> '{}' as until
      from core.member_invitations where expires_at > now() order by created_at desc, id`),
  ]);

/** Deletes what ran out. */
export const deleteRunOut = (): Promise<unknown> =>
  command(({ db }) => db.execute(sql`delete from core.member_invitations where expires_at <= now()`));

import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { removals } from '#db/schema/claims';
import type { Viewer } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { enqueue } from '~/lib/mail/outbox.server';
import { linkHash, linkToken, tokenHash } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { hitRateLimits, networkOf } from '~/lib/rate-limit.server';
import { command, type Unit } from '~/sharing/command.server';
import { contestOpposed, holdGroup } from './claim-rows.server';
import type { RemovalInput } from './claims.schema';
import { listedGroup } from './group-claims.server';
import { CONFIRM_DAYS } from './removal-rules';

export const REMOVAL_LINK = 'confirm a removal';
export const REMOVAL_CONFIRM_MAIL = 'removal-confirm';
export const REMOVAL_NEWS_MAIL = 'removal-news';
export const REMOVAL_ANSWER_MAIL = 'removal-answer';

/**
 * "Please remove us": anyone may ask, also without an account. Nothing waits before the link in the mail to the given
 * address was used, so that nobody asks in the name of a stranger.
 * @throws DomainError `not_found` for a group that is not listed or not shown to this viewer, `too_many`
 */
export async function askRemoval(
  viewer: Viewer,
  slug: string,
  { name, email, reason }: RemovalInput,
  from: { clientAddress: string; locale: Locale },
): Promise<void> {
  const group = await listedGroup(viewer, slug);
  const day = 24 * 3600;
  const wait = await hitRateLimits([
    { what: 'removal network', subject: networkOf(from.clientAddress), most: 20, seconds: 3600 },
    { what: 'removal mail', subject: email, most: 5, seconds: day },
  ]);
  if (wait > 0) throw new DomainError('too_many', m.claims_too_many());
  await command(async ({ db }) => {
    const id = randomUUID();
    await db.insert(removals).values({
      id,
      groupId: group.id,
      groupName: group.name,
      askerName: name,
      email,
      reason,
      locale: from.locale,
      linkHash: tokenHash(linkToken(REMOVAL_LINK, id)),
    });
    await enqueue(db, REMOVAL_CONFIRM_MAIL, { removal: id });
  });
}

type LinkState = 'good' | 'spent' | 'unknown';

async function removalOfLink({ db }: Unit, token: string) {
  const hash = linkHash(token);
  const [row] = hash ? await db.select().from(removals).where(eq(removals.linkHash, hash)).for('update') : [];
  if (!row) return null;
  const late = row.createdAt.getTime() < Date.now() - CONFIRM_DAYS * 86_400_000;
  const state: LinkState = row.state === 'unconfirmed' && row.groupId && !late ? 'good' : 'spent';
  return { ...row, state };
}

/** What the link of a confirmation mail is worth. Looking at it changes nothing. */
export const removalLink = (token: string): Promise<{ group: string | null; state: LinkState }> =>
  command(async (unit) => {
    const found = await removalOfLink(unit, token);
    return { group: found?.groupName ?? null, state: found?.state ?? 'unknown' };
  });

/** Whoever reads the given address confirms: from now on the wish waits for an operator, and claims of the group for a weaver. */
export const confirmRemoval = (token: string): Promise<LinkState> =>
  command(async (unit) => {
    const found = await removalOfLink(unit, token);
    if (found?.state !== 'good' || !found.groupId) return found?.state ?? 'unknown';
    await holdGroup(unit.db, found.groupId);
    await unit.db
      .update(removals)
      .set({ state: 'waiting', confirmedAt: new Date() })
      .where(and(eq(removals.id, found.id), eq(removals.state, 'unconfirmed')));
    await tellOperators(unit, found.id);
    await contestOpposed(unit, found.groupId);
    return 'good';
  });

async function tellOperators({ db }: Unit, removal: string): Promise<void> {
  const rows = await db.execute<{ account: string }>(sql`
    select a.id as account from core.accounts a join core.people s on s.id = a.person_id
      join core.role_grants r on r.account_id = a.id
    where r.role = 'operator' and s.standing = 'member' order by a.id`);
  for (const { account } of rows) await enqueue(db, REMOVAL_NEWS_MAIL, { removal, account });
}

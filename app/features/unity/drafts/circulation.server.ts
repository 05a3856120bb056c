import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { draftGroups, draftLinks } from '#db/schema/unity';
import type { SignedIn } from '~/auth/viewer';
import { linkToken, linkUrl, tokenHash } from '~/lib/one-time-links.server';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { draftOf, requireKeeper } from './drafts.server';

/** Days for which a private link works. */
export const LINK_DAYS = 30;
const PURPOSE = 'statement draft';

/** Whom a draft went to: groups by name, and private links with the address each has. */
export async function circulationOf(db: Transaction, draftId: string) {
  const groups = await db.execute<{ id: string; name: string; slug: string }>(sql`
    select g.id, g.name, g.slug from core.draft_groups d join core.groups g on g.id = d.group_id
    where d.draft_id = ${draftId} order by g.name, g.slug`);
  const links = await db.execute<{ id: string; label: string; until: string; works: boolean }>(sql`
    select id, label, to_json(expires_at) #>> '{}' as until, revoked_at is null and expires_at > now() as works
    from core.draft_links where draft_id = ${draftId} order by created_at desc, id limit 100`);
  return {
    groups: [...groups],
    links: links.map((link) => ({
      ...link,
      url: link.works ? linkUrl('/unity/drafts', linkToken(PURPOSE, link.id)) : null,
    })),
  };
}
export type Circulation = Awaited<ReturnType<typeof circulationOf>>;

/**
 * Lets the leads and signers of a member group read a draft and comment on it.
 * @returns whether the words, or the value of a suggestion, name one group that this viewer sees
 */
export async function circulateToGroup(
  viewer: SignedIn,
  id: string,
  { group, groupValue }: { group: string; groupValue: string | null },
): Promise<boolean> {
  requireKeeper(viewer);
  const slug = groupValue ?? group;
  const found = await readAs(viewer)<{ id: string }[]>`
    select group_id as id from groups where standing = 'member' and (slug = ${slug} or (name = ${group} and ${groupValue === null})) limit 2`;
  const [one] = found;
  if (!one || found.length > 1) return false;
  await command(async ({ db }) => {
    await draftOf(db, id, { hold: true });
    await db.insert(draftGroups).values({ draftId: id, groupId: one.id }).onConflictDoNothing();
  });
  return true;
}

/** A group no longer reads a draft; what its people commented stays. */
export async function takeFromGroup(viewer: SignedIn, id: string, groupId: string): Promise<void> {
  requireKeeper(viewer);
  await command(async ({ db }) => {
    await draftOf(db, id);
    await db.execute(sql`delete from core.draft_groups where draft_id = ${id} and group_id = ${groupId}`);
  });
}

/** Makes a private link for people outside. Only a hash of its token is stored. */
export async function makeLink(viewer: SignedIn, id: string, label: string, now = new Date()): Promise<string> {
  requireKeeper(viewer);
  const link = randomUUID();
  const token = linkToken(PURPOSE, link);
  await command(async ({ db }) => {
    await draftOf(db, id, { hold: true });
    const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000);
    await db.insert(draftLinks).values({ id: link, draftId: id, label, tokenHash: tokenHash(token), expiresAt });
  });
  return token;
}

/** Takes a private link back, for good. */
export async function revokeLink(viewer: SignedIn, id: string, link: string): Promise<void> {
  requireKeeper(viewer);
  await command(async ({ db }) => {
    await draftOf(db, id);
    await db.execute(
      sql`update core.draft_links set revoked_at = coalesce(revoked_at, now()) where draft_id = ${id} and id = ${link}`,
    );
  });
}

const KEPT_DAYS = 7;

/** Deletes private links, and whom each was for, a week after they ran out or were taken back. */
export const forgetOldLinks = (now = new Date()): Promise<unknown> =>
  command(({ db }) =>
    db.execute(sql`
      delete from core.draft_links
      where least(expires_at, revoked_at) < ${now.toISOString()}::timestamptz - make_interval(days => ${KEPT_DAYS})`),
  );

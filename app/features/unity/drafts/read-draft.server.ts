import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { type SignedIn, VISITOR, type Viewer } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { inLanguage } from '~/lib/localised';
import { linkHash } from '~/lib/one-time-links.server';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { hitRateLimits, networkOf } from '~/lib/rate-limit.server';
import { command } from '~/sharing/command.server';
import { signingGroups } from '../signing-groups.server';
import { shownText } from '../statement-text.server';
import { addComment, readComments, withNames } from './comments.server';
import { type Draft, draftOf } from './drafts.server';

async function forReader(viewer: Viewer, draft: Draft, rows: Awaited<ReturnType<typeof readComments>>, locale: Locale) {
  return {
    ...shownText(draft, locale),
    open: !draft.commentsClosedAt && !draft.publishedVersion,
    published: draft.publishedVersion,
    comments: await withNames(viewer, rows),
  };
}
export type ReadDraft = Awaited<ReturnType<typeof forReader>>;

/** A draft that went to a group which the viewer leads or signs for. @throws DomainError `not_found` for everyone else */
async function circulated(db: Transaction, viewer: SignedIn, id: string, groups: readonly string[], hold = false) {
  const draft = await draftOf(db, id, { hold });
  const mine = await db.execute(sql`
    select from core.draft_groups where draft_id = ${id} and group_id = any(${`{${groups.join(',')}}`}::uuid[])`);
  if (mine.length === 0 || viewer.standing !== 'member') throw notFound();
  return draft;
}

const groupIds = async (viewer: SignedIn) => (await signingGroups(viewer)).map(({ id }) => id);

/** What a lead or signer of a group reads of a draft that went to it. @throws DomainError `not_found` */
export async function circulatedDraft(viewer: SignedIn, id: string, locale: Locale): Promise<ReadDraft> {
  const groups = await groupIds(viewer);
  const { draft, rows } = await command(async ({ db }) => {
    const draft = await circulated(db, viewer, id, groups);
    return { draft, rows: await readComments(db, id) };
  });
  return forReader(viewer, draft, rows, locale);
}

/** A lead or signer comments on it. @throws DomainError `not_found`, `conflict`, `too_many` */
export async function commentAsMember(viewer: SignedIn, id: string, words: string): Promise<void> {
  const groups = await groupIds(viewer);
  await limit('draft comment of', viewer.personId, 60);
  await command(async ({ db }) => {
    const draft = await circulated(db, viewer, id, groups, true);
    await addComment(db, draft, { personId: viewer.personId, name: null, words });
  });
}

/** Open drafts that went to any of these groups, which the viewer leads or signs for. */
export async function draftsFor(groups: readonly string[], locale: Locale): Promise<{ id: string; title: string }[]> {
  if (groups.length === 0) return [];
  const rows = await command(({ db }) =>
    db.execute<{ id: string; title: Draft['title'] }>(sql`
      select distinct d.id, d.title, d.created_at from core.statement_drafts d join core.draft_groups g on g.draft_id = d.id
      where g.group_id = any(${`{${groups.join(',')}}`}::uuid[]) and d.published_version is null and d.comments_closed_at is null
      order by d.created_at desc limit 5`),
  );
  return rows.map(({ id, title }) => ({ id, title: inLanguage(title, locale).text }));
}

/** The draft a private link leads to; null for one that never was, has expired or was taken back, without a difference. */
async function behind(db: Transaction, token: string, hold = false): Promise<Draft | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [link] = await db.execute<{ draftId: string }>(sql`
    select draft_id as "draftId" from core.draft_links
    where token_hash = ${hash} and revoked_at is null and expires_at > now()`);
  return link ? draftOf(db, link.draftId, { hold }) : null;
}

/** What somebody from outside reads of a draft. Opening it writes nothing down. */
export async function outsideDraft(token: string, locale: Locale): Promise<ReadDraft | null> {
  const found = await command(async ({ db }) => {
    const draft = await behind(db, token);
    return draft && { draft, rows: await readComments(db, draft.id) };
  });
  return found && forReader(VISITOR, found.draft, found.rows, locale);
}

/**
 * Somebody from outside comments on a draft. Their address is counted, as a keyed hash of its network, and not kept
 * with what they wrote. False if the link leads nowhere.
 * @throws DomainError `conflict`, `too_many`
 */
export async function commentFromOutside(
  token: string,
  comment: { name: string | null; words: string },
  clientAddress: string,
): Promise<boolean> {
  await limit('draft comment from', networkOf(clientAddress), 10);
  return command(async ({ db }) => {
    const draft = await behind(db, token, true);
    if (!draft) return false;
    await addComment(db, draft, comment);
    return true;
  });
}

async function limit(what: string, subject: string, most: number): Promise<void> {
  if ((await hitRateLimits([{ what, subject, most, seconds: 3600 }])) > 0)
    throw new DomainError('too_many', m.unity_comments_too_many());
}

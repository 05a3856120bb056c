import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { draftComments } from '#db/schema/unity';
import type { SignedIn, Viewer } from '~/auth/viewer';
import { namesAs } from '~/features/directory/names-as.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { type Draft, draftOf, requireKeeper } from './drafts.server';

const MOST = 500;

/** A comment as somebody reads it who may read the draft. */
export interface ShownComment {
  id: string;
  /** The name typed by somebody from outside, or that of a member who shows it to this reader. */
  name: string | null;
  /** Whether it came through a private link. */
  outside: boolean;
  words: string;
  answer: string | null;
  at: string;
}

interface Row extends ShownComment {
  personId: string | null;
}

export const readComments = (db: Transaction, draftId: string) =>
  db.execute<Row & Record<string, unknown>>(sql`
    select id, person_id as "personId", name, person_id is null as outside, words, answer, to_json(created_at) #>> '{}' as at
    from core.draft_comments where draft_id = ${draftId} order by place, id limit ${MOST}`);

/** Comments with the names that this reader may see of members; the others are "a member". */
export async function withNames(viewer: Viewer, rows: readonly Row[]): Promise<ShownComment[]> {
  const names = await namesAs(
    viewer,
    rows.map(({ personId }) => personId),
  );
  const me = viewer.kind === 'person' ? viewer : null;
  return rows.map(({ id, personId, name, outside, words, answer, at }) => ({
    id,
    name: personId === null ? name : personId === me?.personId ? me.name : (names.get(personId)?.name ?? null),
    outside,
    words,
    answer,
    at,
  }));
}

/** Adds a comment at the end. @throws DomainError `conflict` where comments are closed */
export async function addComment(
  db: Transaction,
  draft: Draft,
  comment: { personId?: string; name: string | null; words: string },
): Promise<void> {
  if (draft.commentsClosedAt || draft.publishedVersion) throw new DomainError('conflict', m.unity_comments_closed());
  const [last] = await db.execute<{ place: number; count: number }>(
    sql`select coalesce(max(place), 0)::int as place, count(*)::int as count from core.draft_comments where draft_id = ${draft.id}`,
  );
  if ((last?.count ?? 0) >= MOST) throw new DomainError('conflict', m.unity_comments_full());
  await db.insert(draftComments).values({ ...comment, draftId: draft.id, place: (last?.place ?? 0) + 1 });
}

const change = <T>(viewer: SignedIn, id: string, work: (db: Transaction, draft: Draft) => Promise<T>): Promise<T> => {
  requireKeeper(viewer);
  return command(async ({ db }) => work(db, await draftOf(db, id, { hold: true })));
};

/** Answers a comment, or takes the answer away where it is empty. @throws DomainError `not_found` */
export const answerComment = (viewer: SignedIn, id: string, comment: string, answer: string | null): Promise<void> =>
  change(viewer, id, async (db) => {
    const done = await db.execute(
      sql`update core.draft_comments set answer = ${answer} where draft_id = ${id} and id = ${comment} returning id`,
    );
    if (done.length === 0) throw notFound();
  });

/** Takes a comment away. */
export const removeComment = (viewer: SignedIn, id: string, comment: string): Promise<void> =>
  change(viewer, id, async (db) => {
    await db.execute(sql`delete from core.draft_comments where draft_id = ${id} and id = ${comment}`);
  });

/** Puts a comment before the one above it. */
export const moveCommentUp = (viewer: SignedIn, id: string, comment: string): Promise<void> =>
  change(viewer, id, async (db) => {
    const rows = await db.execute<{ id: string; place: number }>(
      sql`select id, place from core.draft_comments where draft_id = ${id} order by place, id`,
    );
    const at = rows.findIndex((row) => row.id === comment);
    const [above, own] = [rows[at - 1], rows[at]];
    if (!above || !own) return;
    await db.execute(sql`update core.draft_comments set place = ${above.place} where id = ${own.id}`);
    await db.execute(sql`update core.draft_comments set place = ${own.place} where id = ${above.id}`);
  });

/** Lets people comment, or no longer. */
export const closeComments = (viewer: SignedIn, id: string, closed: boolean): Promise<void> =>
  change(viewer, id, async (db) => {
    await db.execute(
      sql`update core.statement_drafts set comments_closed_at = ${closed ? sql`now()` : null} where id = ${id}`,
    );
  });

import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { type SignedIn, VISITOR, type Viewer } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { type Case, caseFollowed, caseRaisedBy, isHeard, roundOf } from './case.server';
import type { Party } from './entries';
import { keepSaid, readSaid, type Said, typedWords } from './say.server';
import { asShown, hearersFor, readEntries, readHearers, type ShownEntry } from './thread.server';

export interface MyLine extends Record<string, unknown> {
  id: string;
  state: Case['state'];
  appeal: Case['appeal'];
  /** ISO date and time. */
  raisedAt: string;
}

/** The viewer's own concerns, the newest first: where each stands and nothing more. */
export const myConcerns = (viewer: SignedIn): Promise<MyLine[]> =>
  command(async ({ db }) => [
    ...(await db.execute<MyLine>(sql`
      select c.id, c.state, c.appeal, to_json(c.created_at) #>> '{}' as "raisedAt"
      from core.concerns c join core.concern_raisers r on r.concern_id = c.id
      where r.person_id = ${viewer.personId} order by c.created_at desc, c.id`)),
  ]);

/** A concern as its raiser reads it. */
export interface RaisedView extends Pick<Case, 'state' | 'appeal' | 'raisedAt' | 'endedAt' | 'outside'> {
  /** Who hears it, by the names the raiser may see. */
  hearers: (string | null)[];
  entries: ShownEntry[];
  open: boolean;
}

type Find = (db: Transaction) => Promise<Case>;

async function viewOf(viewer: Viewer, party: Party, find: Find): Promise<RaisedView> {
  const { concern, entries, hearers } = await command(async ({ db }) => {
    const concern = await find(db);
    const [entries, hearers] = [await readEntries(db, concern.id, party), await readHearers(db, concern.id)];
    return { concern, entries, hearers };
  });
  const { state, appeal, raisedAt, endedAt, outside } = concern;
  return {
    ...{ state, appeal, raisedAt, endedAt, outside },
    hearers: await hearersFor(viewer, hearers, roundOf(concern)),
    entries: await asShown(viewer, entries),
    open: isHeard(concern),
  };
}

/** A concern of the viewer's own. @throws DomainError `not_found` */
export const myConcern = (viewer: SignedIn, id: string): Promise<RaisedView> =>
  viewOf(viewer, 'raiser', (db) => caseRaisedBy(db, viewer, id));

/** The concern of a visitor's private link, without what the visitor wrote. @throws DomainError `not_found` */
export const followedConcern = (token: string): Promise<RaisedView> =>
  viewOf(VISITOR, 'link', (db) => caseFollowed(db, token));

async function answer(form: FormData, saidBy: string | null, find: Find): Promise<Said> {
  const read = readSaid(form);
  if ('kind' in read) return read;
  const kind = await command(async ({ db }) =>
    keepSaid(db, await find(db), { kind: 'from_raiser', words: read.words, saidBy }),
  );
  return kind === 'kept' ? { kind } : { kind, ...typedWords(form) };
}

/** Keeps what the raiser adds. @throws DomainError `not_found`, or `invalid` for no form of the page */
export const answerMine = (viewer: SignedIn, id: string, form: FormData): Promise<Said> =>
  answer(form, viewer.personId, (db) => caseRaisedBy(db, viewer, id, { hold: true }));

/** The same through a visitor's private link. */
export const answerFollowed = (token: string, form: FormData): Promise<Said> =>
  answer(form, null, (db) => caseFollowed(db, token, { hold: true }));

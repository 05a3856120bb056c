import { sql } from 'drizzle-orm';
import { concernEntries } from '#db/schema/concerns';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { findHearers, HEARERS } from './assign.server';
import { type Case, caseAbout, isHeard, roundOf } from './case.server';
import { namesFor } from './names.server';
import { outsidePerson } from './outside.server';
import { keepSaid, readAppeal, readSaid, type Said, typedWords } from './say.server';
import { asShown, hearersFor, readEntries, readHearers, type ShownEntry } from './thread.server';
import { uninvolved } from './uninvolved.server';

/** A concern as the person it concerns reads it: never in the words of whoever raised it. */
export interface AboutMe extends Pick<Case, 'state' | 'appeal' | 'endedAt'> {
  hearers: (string | null)[];
  entries: ShownEntry[];
  /** Who raised it, if they allowed that to be told and share a name with this reader. */
  raisedBy: string | null;
  open: boolean;
  /** Who would read an appeal: other stewards, the person outside by name, or nobody; null where there is none to make. */
  appealTo: { kind: 'stewards' | 'nobody' } | { kind: 'outside'; name: string } | null;
}

const mayAppeal = ({ state, appeal }: Case): boolean => state === 'closed' && appeal === null;

/** A concern about the viewer that they were told of. @throws DomainError `not_found` */
export async function aboutMe(viewer: SignedIn, id: string): Promise<AboutMe> {
  const { concern, entries, hearers, appealTo } = await command(async ({ db }) => {
    const concern = await caseAbout(db, viewer, id);
    const appealTo = async (): Promise<AboutMe['appealTo']> => {
      if (!mayAppeal(concern)) return null;
      if ((await uninvolved(db, concern.id, HEARERS)).length === HEARERS) return { kind: 'stewards' };
      const outside = await outsidePerson(db);
      return outside ? { kind: 'outside', name: outside.name } : { kind: 'nobody' };
    };
    return {
      concern,
      entries: await readEntries(db, concern.id, 'about'),
      hearers: await readHearers(db, concern.id),
      appealTo: await appealTo(),
    };
  });
  const { state, appeal, endedAt, mayName, raiserId } = concern;
  const raiser = mayName ? raiserId : null;
  return {
    ...{ state, appeal, endedAt, appealTo },
    hearers: await hearersFor(viewer, hearers, roundOf(concern)),
    entries: await asShown(viewer, entries),
    raisedBy: (await namesFor(viewer, [raiser])).get(raiser ?? '')?.name ?? null,
    open: isHeard(concern),
  };
}

/** Keeps what the person concerned says to it. @throws DomainError `not_found`, or `invalid` for no form of the page */
export async function sayAboutMe(viewer: SignedIn, id: string, form: FormData): Promise<Said> {
  if (form.get('intent') === 'appeal') return appeal(viewer, id, form);
  const read = readSaid(form);
  if ('kind' in read) return read;
  const kind = await command(async ({ db }) => {
    const concern = await caseAbout(db, viewer, id, { hold: true });
    return keepSaid(db, concern, { kind: 'from_about', words: read.words, saidBy: viewer.personId });
  });
  return kind === 'kept' ? { kind } : { kind, ...typedWords(form) };
}

/**
 * Appeals against an outcome, once: two other stewards who are not involved hear it, otherwise the trusted person outside.
 * Where there is nobody, nothing is kept.
 */
async function appeal(viewer: SignedIn, id: string, form: FormData): Promise<Said> {
  const read = readAppeal(form);
  if ('kind' in read) return read;
  const kind = await command(async ({ db }) => {
    const concern = await caseAbout(db, viewer, id, { hold: true });
    if (!mayAppeal(concern)) return 'late';
    const to = await findHearers(db, concern.id, 2);
    if (to === 'nobody') return 'nobody';
    if (to === 'stewards')
      await db.execute(sql`update core.concerns set appeal = 'open', ended_at = null where id = ${concern.id}`);
    const contact = to === 'outside' ? read.contact : null;
    await db.insert(concernEntries).values({
      ...{ concernId: concern.id, round: 2, kind: 'appeal' as const },
      ...{ words: read.words, contact, saidBy: viewer.personId },
    });
    return 'kept';
  });
  return kind === 'kept' ? { kind } : { kind, ...typedWords(form) };
}

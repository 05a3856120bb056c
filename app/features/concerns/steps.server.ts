import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { concernEntries } from '#db/schema/concerns';
import { CLOCK } from '~/auth/actor';
import { writeDown } from '~/auth/audit/append.server';
import type { SignedIn } from '~/auth/viewer';
import { handleIn } from '~/lib/handles';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { type Case, caseHeardBy, mayAct, roundOf } from './case.server';
import { stateColumn } from './rounds.server';
import { tellAbout, tellRaiser } from './tell.server';
import { isNearHearers } from './uninvolved.server';

/** What a steward who hears a concern can do with words. */
export type Step = 'call_raiser' | 'to_raiser' | 'to_about' | 'heard' | 'note' | 'close';

/** `late`: it is not heard by this steward any more, or the step no longer fits. */
export type Stepped = 'done' | 'late';

const write = (
  db: Transaction,
  concern: Case,
  viewer: SignedIn,
  kind: Exclude<Step, 'close'> | 'told',
  words: string,
) =>
  db.insert(concernEntries).values({
    ...{ concernId: concern.id, round: roundOf(concern), kind },
    ...{ words, doneBy: viewer.personId },
  });

/** What has to be so before a step: somebody to answer, somebody who was told. */
const fits = (step: Step, { reachable, toldAt, aboutId }: Case): boolean => {
  if (step === 'call_raiser' || step === 'to_raiser') return reachable;
  if (step === 'to_about') return toldAt !== null && aboutId !== null;
  return true;
};

/**
 * Does one step and writes down who did it; raiser or person concerned are told that there is something to read.
 * @throws DomainError `not_found` for anyone but the stewards who hear it
 */
export const takeStep = (viewer: SignedIn, id: string, step: Step, words: string): Promise<Stepped> =>
  command(async ({ db }): Promise<Stepped> => {
    const concern = await caseHeardBy(db, viewer, id, { hold: true });
    if (!mayAct(concern) || !fits(step, concern)) return 'late';
    if (step === 'close') return close(db, concern, viewer, words);
    await write(db, concern, viewer, step, words);
    if (step === 'call_raiser' || step === 'to_raiser') await tellRaiser(db, concern);
    if (step === 'to_about') await tellAbout(db, id);
    return 'done';
  });

/** Ends the hearing, or that of the appeal, with an outcome that raiser and person concerned read. */
async function close(db: Transaction, concern: Case, viewer: SignedIn, words: string): Promise<Stepped> {
  const { id } = concern;
  const round = roundOf(concern);
  await db.insert(concernEntries).values({ concernId: id, round, kind: 'closed', words, doneBy: viewer.personId });
  await db.execute(sql`update core.concerns set ${stateColumn(round)} = 'closed', ended_at = now() where id = ${id}`);
  await writeDown(db, CLOCK, { action: 'concern_closed' });
  await tellRaiser(db, concern);
  if (concern.toldAt && concern.aboutId) await tellAbout(db, id);
  return 'done';
}

export type Told = Stepped | 'nobody' | 'near';

/**
 * Tells the person a concern is about that there is one, in words of the stewards' own. Who was not linked to it yet is
 * found by their page or handle, as far as this steward sees them.
 * @returns `nobody` if there is nobody with an account at that address, `near` if one of those who hear it is near to them
 * @throws DomainError `not_found` for anyone but the stewards who hear it
 */
export async function tellPerson(viewer: SignedIn, id: string, words: string, person: string | null): Promise<Told> {
  const [seen] = person
    ? await readAs(viewer)<{ id: string }[]>`
        select person_id as id from people where handle = ${handleIn(person).toLowerCase()}`
    : [];
  return command(async ({ db }): Promise<Told> => {
    const concern = await caseHeardBy(db, viewer, id, { hold: true });
    if (!mayAct(concern) || concern.toldAt) return 'late';
    const aboutId = concern.aboutId ?? seen?.id ?? null;
    if (!aboutId || aboutId === concern.raiserId) return 'nobody';
    const accounts = await db.execute(sql`select from core.accounts where person_id = ${aboutId}`);
    if (accounts.length === 0) return 'nobody';
    if (await isNearHearers(db, id, aboutId)) return 'near';
    await db.execute(sql`update core.concerns set about_id = ${aboutId}, told_at = now() where id = ${id}`);
    await write(db, concern, viewer, 'told', words);
    await tellAbout(db, id);
    return 'done';
  });
}

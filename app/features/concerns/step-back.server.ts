import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { concernEntries } from '#db/schema/concerns';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { giveTo, HEARERS, passOutside } from './assign.server';
import { caseHeardBy, mayAct, roundOf } from './case.server';
import { stewards } from './contacts.server';
import { outsidePerson } from './outside.server';
import { uninvolved } from './uninvolved.server';

/** `alone`: there is nobody else who could hear it. */
export type SteppedBack = 'done' | 'late' | 'alone';

/**
 * Lets a steward say that they are involved after all: they never read it again, and another takes their place.
 * @throws DomainError `not_found` for anyone but the stewards who hear it
 */
export const stepBack = (viewer: SignedIn, id: string): Promise<SteppedBack> =>
  command(async ({ db }): Promise<SteppedBack> => {
    const concern = await caseHeardBy(db, viewer, id, { hold: true });
    if (!mayAct(concern)) return 'late';
    const round = roundOf(concern);
    const others = await db.execute(sql`
      select from core.concern_hearers where concern_id = ${id} and round = ${round} and person_id <> ${viewer.personId}`);
    if (others.length === 0 && (await uninvolved(db, id, 1)).length === 0 && !(await outsidePerson(db))) return 'alone';
    await db.execute(sql`
      insert into core.concern_involved (concern_id, person_id) values (${id}, ${viewer.personId}) on conflict do nothing`);
    await db.execute(sql`delete from core.concern_hearers where concern_id = ${id} and person_id = ${viewer.personId}`);
    await db.insert(concernEntries).values({ concernId: id, round, kind: 'stepped_back', doneBy: viewer.personId });
    await fillUp(db, id, round);
    return 'done';
  });

/** Finds stewards for the empty places of a hearing; the person outside where nobody is left who hears it. */
export async function fillUp(db: Transaction, id: string, round: 1 | 2): Promise<void> {
  await db.execute(sql`
    delete from core.concern_hearers h where concern_id = ${id} and round = ${round}
      and not exists (select from ${stewards} s where s.person_id = h.person_id)`);
  const left = await db.execute(sql`select from core.concern_hearers where concern_id = ${id} and round = ${round}`);
  if (left.length >= HEARERS) return;
  const more = await uninvolved(db, id, HEARERS - left.length);
  if (more.length > 0) return giveTo(db, id, round, more);
  const outside = left.length === 0 ? await outsidePerson(db) : null;
  if (outside) await passOutside(db, id, round, outside.id);
}

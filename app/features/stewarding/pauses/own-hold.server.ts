import { sql } from 'drizzle-orm';
import { pauses } from '#db/schema/pausing';
import { holdStewards } from '~/auth/stewards.server';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { nameForStewards } from '~/sharing/name-for-stewards.server';
import { begin, end } from './pause-steps.server';

/** Whether somebody may put a safety hold on themselves: whoever is shown to anyone. */
export const mayHoldThemselves = ({ standing }: Pick<SignedIn, 'standing'>): boolean =>
  standing === 'member' || standing === 'newcomer';

/**
 * Puts a safety hold on the viewer at once, which holds until they or a steward lift it, and signs them out everywhere
 * but here. Stewards learn that they did, under the name by which stewards see them, and read what they write. It takes
 * the place of a wish for a pause that no second steward shared, as hiding does.
 * @returns false for whoever is not shown to anyone anyway
 */
export function holdMyself(viewer: SignedIn, words: string | null): Promise<boolean> {
  const { personId } = viewer;
  return command(async (unit) => {
    await holdStewards(unit.db);
    const [me] = await unit.db.execute<{ handle: string }>(sql`
      select handle from core.people where id = ${personId} and standing in ('member', 'newcomer') for update`);
    if (!me) return false;
    const name = (await nameForStewards(unit.db, personId)) ?? me.handle;
    await unit.db.execute(sql`delete from core.pauses where person_id = ${personId}`);
    const [hold] = await unit.db
      .insert(pauses)
      .values({ personId, name, askedBy: personId, kind: 'safety', reason: words ?? '' })
      .returning({ id: pauses.id });
    if (!hold) return false;
    await begin(unit, viewer, hold.id, null, viewer.sessionHash);
    return true;
  });
}

/** Lifts the hold that the viewer put on themselves; false where there is none, or stewards asked for it. */
export const liftMyHold = (viewer: SignedIn): Promise<boolean> =>
  command(async (unit) => {
    const mine = sql`u.person_id = ${viewer.personId} and u.asked_by = u.person_id and u.kind = 'safety' and u.begun_at is not null`;
    return (await end(unit, viewer, mine)).length > 0;
  });

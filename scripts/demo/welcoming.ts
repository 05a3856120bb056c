import { newcomers, pathTicks, welcomePaths } from '#db/schema/welcoming';
import { giveTo } from '~/features/welcoming/assign.server';
import type { Unit } from '~/sharing/command.server';
import type { DemoPlan } from './plan';

const WRITTEN = {
  kind: 'person' as const,
  why: 'I came to one meeting and found out that the pipe to my building is lead. I would like to learn from people who have dealt with that.',
  toldBy: 'Somebody at the soup table',
  meeting: 'Thursday at seven, by phone. I am the one with the loud kettle; write to me here if another day is better.',
};

/** A newcomer whom the weaver of the demo network welcomes, with a first step done. Nobody is written to. */
export async function writeWelcoming(unit: Unit, plan: DemoPlan, personIds: readonly string[]): Promise<void> {
  const idOf = (role: 'newcomer' | 'weaver') => personIds[plan.people.findIndex(({ account }) => account === role)];
  const [personId, weaver] = [idOf('newcomer'), idOf('weaver')];
  if (!personId || !weaver) throw new Error('The demo network has no newcomer or no weaver.');
  await unit.db.insert(newcomers).values({ personId, ...WRITTEN });
  await giveTo(unit, personId, weaver);
  await unit.db.insert(welcomePaths).values({ personId });
  await unit.db.insert(pathTicks).values({ personId, stepId: 'first' });
}

import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { type DemoGroup, demoGroups } from './groups';
import { type DemoPerson, demoPeople } from './people';
import { seededRandom } from './random';

export interface DemoPlan {
  groups: DemoGroup[];
  people: DemoPerson[];
}

const SEED = 20_261_101;

/** The demo network before it is written. Pure: the same policy gives the same plan. */
export function demoPlan(policy: Pick<CompiledPolicy, 'categories'>): DemoPlan {
  const groups = demoGroups(seededRandom(SEED));
  return { groups, people: demoPeople(seededRandom(SEED + 1), groups, policy) };
}

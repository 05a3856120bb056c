import type { Unit } from '~/sharing/command.server';
import { openToRelation } from '~/sharing/relation-grants.server';
import type { DemoPlan } from './plan';
import { together } from './together';

const TOWN = { category: 'person.town', relation: 'same_group' } as const;

/**
 * Lets every second member who keeps their town from others show it to the people of their groups.
 * @param wordsSha256 of what stands in the place of the words they would have seen
 */
export async function writeRelations(
  unit: Unit,
  plan: DemoPlan,
  personIds: readonly string[],
  wordsSha256: string,
): Promise<void> {
  if (!unit.policy.category(TOWN.category)?.relations.includes(TOWN.relation)) return;
  const keeping = plan.people.flatMap(({ standing, grants, positions }, number) =>
    standing === 'member' && grants?.[TOWN.category] === 'self' && positions.length > 0
      ? (personIds[number] ?? [])
      : [],
  );
  const opening = keeping.filter((_, number) => number % 2 === 0);
  await together(opening, (id) => openToRelation(unit, { kind: 'person', id, givenBy: id }, TOWN, wordsSha256));
}

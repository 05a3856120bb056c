import { asSelf } from '#db/self.server';
import type { Viewer } from '~/auth/viewer';

/**
 * What a person opened to the people of groups that the viewer is in as well: the columns of their page that this fills,
 * and nothing for anyone who is no member. The database leaves only rows of the viewer's own groups.
 * @param groups those whose people the viewer is shown to hold the person, so that no value tells of a shared group
 */
export async function shownByRelation<Columns>(
  viewer: Viewer,
  personId: string,
  groups: readonly string[],
): Promise<Partial<Columns>> {
  if (viewer.kind !== 'person' || viewer.standing !== 'member' || groups.length === 0) return {};
  if (viewer.personId === personId || viewer.apart.includes(personId)) return {};
  const rows = await asSelf(
    viewer.personId,
    (own) => own<{ fields: Record<string, Partial<Columns>> }[]>`
      select fields from core.relation_rows where person_id = ${personId} and group_id = any(${groups as string[]}::uuid[])`,
  );
  return Object.assign({}, ...rows.flatMap(({ fields }) => Object.values(fields)));
}

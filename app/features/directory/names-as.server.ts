import type { Viewer } from '~/auth/viewer';
import { isUuid } from '~/lib/uuid';
import { readAs } from '~/sharing/read.server';

export interface PersonName {
  name: string;
  handle: string;
}

/** What a viewer may call these people, by their ids; whoever shows them no name is not among it, nor what is no id. */
export async function namesAs(viewer: Viewer, ids: readonly (string | null)[]): Promise<Map<string, PersonName>> {
  const wanted = ids.filter(isUuid);
  if (wanted.length === 0) return new Map();
  const people = await readAs(viewer)<(PersonName & { id: string })[]>`
    select person_id as id, name, handle from people where person_id = any(${wanted}::uuid[])`;
  return new Map(people.map(({ id, name, handle }) => [id, { name, handle }]));
}

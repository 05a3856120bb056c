import type { Viewer } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';

/** Somebody by the name this reader may see. */
export interface Shown {
  name: string;
  handle: string;
}

/** Those of these people whom the reader sees, by their ids; the viewer themselves by the name they go by. */
export async function namesFor(viewer: Viewer, ids: readonly (string | null)[]): Promise<Map<string, Shown>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await readAs(viewer)<{ person_id: string; name: string; handle: string }[]>`
    select person_id, name, handle from people where person_id = any(${wanted}::uuid[])`;
  const names = new Map(rows.map(({ person_id, ...shown }) => [person_id, shown]));
  if (viewer.kind === 'person' && wanted.includes(viewer.personId)) {
    const { personId, name, handle } = viewer;
    names.set(personId, { name, handle });
  }
  return names;
}

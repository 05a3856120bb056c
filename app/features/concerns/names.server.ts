import type { Viewer } from '~/auth/viewer';
import { namesAs, type PersonName } from '~/features/directory/names-as.server';

/** Those of these people whom the reader sees, by their ids; the viewer themselves by the name they go by. */
export async function namesFor(viewer: Viewer, ids: readonly (string | null)[]): Promise<Map<string, PersonName>> {
  const names = await namesAs(viewer, ids);
  if (viewer.kind === 'person' && ids.includes(viewer.personId)) {
    const { personId, name, handle } = viewer;
    names.set(personId, { name, handle });
  }
  return names;
}

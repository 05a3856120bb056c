import type { Viewer } from '~/auth/viewer';
import { handleIn } from '~/lib/handles';
import { readAs } from '~/sharing/read.server';

export interface TypedPerson {
  personId: string;
  name: string;
}

/** Whom a viewer means who types a handle, or pastes the address of someone's page; null for nobody whom they see. */
export async function typedPerson(viewer: Viewer, typed: string): Promise<TypedPerson | null> {
  const [seen] = await readAs(viewer)<TypedPerson[]>`
    select person_id as "personId", name from people where handle = ${handleIn(typed)}`;
  return seen ?? null;
}

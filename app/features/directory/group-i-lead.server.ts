import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';

export interface LedGroup {
  id: string;
  slug: string;
  name: string;
  standing: string;
}

/** A group the viewer leads, from their own rows. @throws DomainError `not_found` */
export async function groupILead(viewer: SignedIn, slug: string): Promise<LedGroup> {
  if (viewer.standing !== 'member') throw notFound();
  const [group] = await asSelf(
    viewer.personId,
    (sql) => sql<LedGroup[]>`select id, slug, name, standing from core.groups where slug = ${slug}`,
  );
  if (!group) throw notFound();
  return group;
}

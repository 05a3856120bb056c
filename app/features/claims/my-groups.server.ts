import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';

/** A group the viewer leads, from their own rows. @throws DomainError `not_found` */
export async function groupILead(viewer: SignedIn, slug: string): Promise<{ id: string; slug: string; name: string }> {
  if (viewer.standing !== 'member') throw notFound();
  const [group] = await asSelf(
    viewer.personId,
    (sql) => sql<{ id: string; slug: string; name: string }[]>`
      select id, slug, name from core.groups where slug = ${slug}`,
  );
  if (!group) throw notFound();
  return group;
}

import { sql } from 'drizzle-orm';
import { asSelf } from '#db/self.server';
import type { SignedIn, Viewer } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import type { Unit } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { currentVersion } from './statements.server';

/** A member group the viewer may sign for. */
export interface SigningGroup {
  id: string;
  slug: string;
  name: string;
  leads: boolean;
  /** Its newest signature. */
  signed: { version: number; named: boolean; logo: boolean; on: string } | null;
}

type Mine = Pick<SigningGroup, 'id' | 'leads' | 'signed'> & { slug: string | null; name: string | null };

/** Groups the viewer leads, or was confirmed to sign for and still belongs to; by name. */
export async function signingGroups(viewer: SignedIn): Promise<SigningGroup[]> {
  if (viewer.standing !== 'member') return [];
  const mine = await asSelf(
    viewer.personId,
    (sql) => sql<Mine[]>`
      select p.group_id as id, p.leads, g.slug, g.name, (
        select jsonb_build_object('version', s.version, 'named', s.named, 'logo', s.logo, 'on', s.created_at)
        from core.signatures s where s.group_id = p.group_id order by s.version desc limit 1) as signed
      from core.positions p left join core.groups g on g.id = p.group_id
      where p.person_id = ${viewer.personId} and coalesce(g.standing, 'member') = 'member' and (p.leads or exists (
        select from core.group_signers s where s.group_id = p.group_id and s.person_id = p.person_id))`,
  );
  if (mine.length === 0) return [];
  // Who leads a group reads its row; who signs for it without leading it reads what members see of it.
  const shown = await readAs(viewer)<{ id: string; slug: string; name: string }[]>`
    select group_id as id, slug, name from groups where group_id = any(${mine.map(({ id }) => id)}::uuid[]) and standing = 'member'`;
  return mine
    .flatMap((group) => {
      const { slug, name } = group.slug ? group : (shown.find(({ id }) => id === group.id) ?? {});
      return slug && name ? [{ ...group, slug, name }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One of them. @throws DomainError `not_found` for a group the viewer may not sign for */
export async function signingGroup(viewer: SignedIn, slug: string): Promise<SigningGroup> {
  const group = (await signingGroups(viewer)).find((each) => each.slug === slug);
  if (!group) throw notFound();
  return group;
}

/** What a group's page says of signing to someone who may sign for it; null for everyone else. */
export async function signingHere(viewer: Viewer, slug: string) {
  if (viewer.kind !== 'person') return null;
  const [current, groups] = await Promise.all([currentVersion(viewer), signingGroups(viewer)]);
  const group = groups.find((each) => each.slug === slug);
  if (!group || current === null) return null;
  return { slug, leads: group.leads, behind: group.signed !== null && group.signed.version < current };
}
export type SigningHere = Awaited<ReturnType<typeof signingHere>>;

/** The same within a change: the group, held, if the viewer may sign for it at this moment. @throws DomainError `not_found` */
export async function holdSigningGroup({ db }: Unit, viewer: SignedIn, slug: string): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql`
    select g.id from core.groups g join core.positions p on p.group_id = g.id and p.person_id = ${viewer.personId}
    where g.slug = ${slug} and g.standing = 'member' and (p.leads or exists (
      select from core.group_signers s where s.group_id = g.id and s.person_id = p.person_id))
    for no key update of g`);
  if (!row || viewer.standing !== 'member') throw notFound();
  return row.id;
}

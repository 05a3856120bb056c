import { sql } from 'drizzle-orm';
import type { SignedIn, Viewer } from '~/auth/viewer';
import { leadsOf } from '~/features/directory/leads.server';
import { notFound } from '~/lib/errors';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { atDesk, myClaimOf } from './read-claims.server';
import { isClaimable } from './rules';

interface Group {
  id: string;
  slug: string;
  name: string;
  standing: string;
}

async function groupOf(viewer: Viewer, slug: string): Promise<Group> {
  const [group] = await readAs(viewer)<Group[]>`
    select group_id as id, slug, name, standing from groups where slug = ${slug}`;
  if (!group) throw notFound();
  return group;
}

/**
 * A listed group as this viewer may see it, to be removed.
 * @throws DomainError `not_found` for a group that is a member, is not shown to this viewer or is not there
 */
export async function listedGroup(viewer: Viewer, slug: string): Promise<Group> {
  const group = await groupOf(viewer, slug);
  if (group.standing !== 'listed') throw notFound();
  return group;
}

const isOpenTo = (viewer: SignedIn, { id, standing }: Group): Promise<boolean> | boolean =>
  standing === 'listed' ||
  (viewer.standing === 'member' && command(async ({ db }) => isClaimable(standing, await leadsOf(db, id))));

/**
 * A group of which this viewer may say "this is us": a listed one or, for members, one that nobody leads.
 * @throws DomainError `not_found` for any other
 */
export async function claimableGroup(viewer: SignedIn, slug: string): Promise<Group> {
  const group = await groupOf(viewer, slug);
  if (!(await isOpenTo(viewer, group))) throw notFound();
  return group;
}

/**
 * What a group's page says of who speaks for it: whether "this is us" can be said, and the viewer's own open claim. That
 * nobody leads a member group is told to members alone; `led` spares the question where a lead is to be seen.
 */
export async function whoSpeaks(viewer: Viewer, slug: string, { led }: { led: boolean }) {
  const group = led ? null : await groupOf(viewer, slug);
  const listed = group?.standing === 'listed';
  if (!group || viewer.kind !== 'person') return { listed, leaderless: false, claim: null };
  const open = await isOpenTo(viewer, group);
  return { listed, leaderless: open && !listed, claim: open ? await myClaimOf(viewer, slug) : null };
}
export type WhoSpeaks = Awaited<ReturnType<typeof whoSpeaks>>;

/** Most groups that the desk names; `total` says how many there are. */
const NAMED = 50;

/** Member groups that nobody leads, as far as this viewer may see them: for weavers and operators. @throws DomainError `not_found` */
export async function groupsWithoutLead(
  viewer: SignedIn,
): Promise<{ groups: { slug: string; name: string }[]; total: number }> {
  if (!atDesk(viewer)) throw notFound();
  const rows = await command(({ db }) =>
    db.execute<{ id: string }>(sql`
      select g.id from core.groups g where g.standing = 'member'
        and not exists (select from core.positions p where p.group_id = g.id and p.leads)`),
  );
  const groups = await readAs(viewer)<{ slug: string; name: string; total: number }[]>`
    select slug, name, count(*) over ()::int as total from groups
    where group_id = any(${rows.map(({ id }) => id)}::uuid[]) order by sort_name, slug limit ${NAMED}`;
  return { groups: groups.map(({ slug, name }) => ({ slug, name })), total: groups[0]?.total ?? 0 };
}
export type WithoutLead = Awaited<ReturnType<typeof groupsWithoutLead>>;

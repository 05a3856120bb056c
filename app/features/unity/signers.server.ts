import { sql } from 'drizzle-orm';
import { groupSigners } from '#db/schema/unity';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { groupILead } from '~/features/directory/group-i-lead.server';
import { leadsOf } from '~/features/directory/leads.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';

export interface Signer {
  id: string;
  /** Null for someone who does not show their name to this viewer. */
  name: string | null;
  handle: string | null;
  title: string | null;
}

/**
 * Who may sign for a group, and who else of those the viewer sees in it could: for one of its leads.
 * @throws DomainError `not_found` for everyone else
 */
export async function signersPage(viewer: SignedIn, slug: string) {
  const group = await groupILead(viewer, slug);
  if (group.standing !== 'member') throw notFound();
  const [confirmed, inGroup] = await Promise.all([
    asSelf(
      viewer.personId,
      (sql) => sql<{ id: string }[]>`
        select person_id as id from core.group_signers where group_id = ${group.id} order by created_at, person_id`,
    ),
    readAs(viewer)<(Signer & { leads: boolean })[]>`
      select p.person_id as id, p.name, p.handle, x.title, x.leads from positions x join people p on p.person_id = x.person_id
      where x.group_id = ${group.id} order by p.sort_name, p.handle limit 500`,
  ]);
  const ids = new Set(confirmed.map(({ id }) => id));
  const signer = (id: string): Signer =>
    inGroup.find((each) => each.id === id) ?? { id, name: null, handle: null, title: null };
  return {
    slug: group.slug,
    name: group.name,
    signers: [...ids].map(signer),
    others: inGroup.filter(({ id, leads }) => !leads && !ids.has(id) && id !== viewer.personId),
  };
}
export type SignersPage = Awaited<ReturnType<typeof signersPage>>;

async function holdAsLead({ db }: Unit, viewer: SignedIn, slug: string): Promise<string> {
  const [group] = await db.execute<{ id: string }>(
    sql`select id from core.groups where slug = ${slug} and standing = 'member' for no key update`,
  );
  const leads = group ? await leadsOf(db, group.id) : [];
  if (!group || viewer.standing !== 'member' || !leads.includes(viewer.personId)) throw notFound();
  return group.id;
}

/**
 * A lead confirms that somebody whom they see in the group may sign for it.
 * @throws DomainError `not_found` for whoever does not lead it, `invalid` for somebody who is not seen there
 */
export async function confirmSigner(viewer: SignedIn, slug: string, personId: string): Promise<void> {
  const { others, signers } = await signersPage(viewer, slug);
  if (signers.some(({ id }) => id === personId)) return;
  if (!others.some(({ id }) => id === personId)) throw new DomainError('invalid', m.unity_signer_unknown());
  await command(async (unit) => {
    const groupId = await holdAsLead(unit, viewer, slug);
    await unit.db
      .insert(groupSigners)
      .values({ groupId, personId, confirmedBy: viewer.personId })
      .onConflictDoNothing();
  });
}

/** A lead says that somebody no longer signs for the group. What was signed stays. @throws DomainError `not_found` */
export const removeSigner = (viewer: SignedIn, slug: string, personId: string): Promise<void> =>
  command(async (unit) => {
    const groupId = await holdAsLead(unit, viewer, slug);
    await unit.db.execute(
      sql`delete from core.group_signers where group_id = ${groupId} and person_id::text = ${personId}`,
    );
  });

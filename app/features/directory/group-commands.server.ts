import { and, eq, like, or, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { groupInterests, groupLinks, groups, positions } from '#db/schema/groups';
import { type Actor, personIdOf } from '~/auth/actor';
import { hasRole } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import { slugify } from '~/lib/slug';
import type { Unit } from '~/sharing/command.server';
import { type GroupInput, type GroupOrigin, type GroupValues, groupInput } from './groups.schema';

/**
 * Makes a group. `origin` says whether it is a member or listed from public information.
 * @returns its id and the slug it got, which is the name's or the next free one.
 */
export async function createGroup(
  _actor: Actor,
  unit: Unit,
  input: GroupInput,
  origin: GroupOrigin,
): Promise<{ id: string; slug: string }> {
  const { links, interestIds, ...values } = groupInput.parse(input);
  const slug = await freeSlug(unit.db, origin.slug ?? slugify(values.name));
  const [row] = await unit.db
    .insert(groups)
    .values({ ...values, ...origin, slug })
    .returning({ id: groups.id });
  if (!row) throw new Error('The group was not written.');
  await writeParts(unit.db, row.id, { links, interestIds });
  unit.groupChanged(row.id);
  return { id: row.id, slug };
}

/**
 * Writes a group anew for someone who may edit it.
 * @param version the version the writer saw
 * @throws DomainError `not_found` for anyone else, `conflict` with what stands there now (`detail.theirs`) if it was saved in between
 */
export async function saveGroup(
  actor: Actor,
  unit: Unit,
  id: string,
  input: GroupInput,
  version: number,
): Promise<void> {
  const [stored] = await unit.db.select().from(groups).where(eq(groups.id, id)).for('update');
  if (!stored || !(await mayEditGroup(actor, unit, stored))) throw notFound();
  if (stored.version !== version) {
    throw new DomainError('conflict', 'Someone else saved this group while you were writing.', {
      theirs: await currentGroup(unit.db, id),
    });
  }
  await updateGroup(unit, id, groupInput.parse(input));
}

const today = () => new Date().toISOString().slice(0, 10);

/** Writes a group's values without asking who does it: for imports, which have asked already. */
export async function updateGroup(
  unit: Unit,
  id: string,
  { links, interestIds, ...values }: GroupValues,
): Promise<void> {
  await unit.db
    .update(groups)
    .set({ ...values, version: sql`${groups.version} + 1`, updatedAt: new Date(), editedOn: today(), quietSince: null })
    .where(eq(groups.id, id));
  await unit.db.delete(groupInterests).where(eq(groupInterests.groupId, id));
  await unit.db.delete(groupLinks).where(eq(groupLinks.groupId, id));
  await writeParts(unit.db, id, { links, interestIds });
  unit.groupChanged(id);
}

/** Leads edit their group; operators edit groups that are only listed. */
async function mayEditGroup(actor: Actor, unit: Unit, group: { id: string; standing: string }): Promise<boolean> {
  if (actor.kind === 'system') return true;
  const personId = personIdOf(actor);
  if (actor.kind !== 'person' || actor.standing !== 'member' || !personId) return false;
  if (group.standing === 'listed' && hasRole(actor, 'operator')) return true;
  const [lead] = await unit.db
    .select({ id: positions.groupId })
    .from(positions)
    .where(and(eq(positions.groupId, group.id), eq(positions.personId, personId), eq(positions.leads, true)));
  return lead !== undefined;
}

const WRITTEN = {
  name: groups.name,
  abbreviation: groups.abbreviation,
  purpose: groups.purpose,
  activities: groups.activities,
  website: groups.website,
  townId: groups.townId,
  regionKey: groups.regionKey,
  country: groups.country,
  placeText: groups.placeText,
  email: groups.email,
  streetAddress: groups.streetAddress,
  version: groups.version,
};

/** A group as stored, with its parts and version. */
export async function currentGroup(db: Transaction, id: string): Promise<(GroupValues & { version: number }) | null> {
  const [row] = await db.select(WRITTEN).from(groups).where(eq(groups.id, id));
  if (!row) return null;
  const links = await db
    .select({ url: groupLinks.url, label: groupLinks.label })
    .from(groupLinks)
    .where(eq(groupLinks.groupId, id))
    .orderBy(groupLinks.position);
  const interests = await db
    .select()
    .from(groupInterests)
    .where(eq(groupInterests.groupId, id))
    .orderBy(groupInterests.interestId);
  return { ...row, links, interestIds: interests.map((each) => each.interestId) };
}

async function writeParts(
  db: Transaction,
  groupId: string,
  parts: Pick<GroupValues, 'links' | 'interestIds'>,
): Promise<void> {
  if (parts.links.length > 0)
    await db.insert(groupLinks).values(parts.links.map((link, position) => ({ groupId, position, ...link })));
  const interestIds = [...new Set(parts.interestIds)];
  if (interestIds.length > 0)
    await db.insert(groupInterests).values(interestIds.map((interestId) => ({ groupId, interestId })));
}

async function freeSlug(db: Transaction, wanted: string): Promise<string> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`group slug ${wanted}`}))`);
  const taken = await db
    .select({ slug: groups.slug })
    .from(groups)
    .where(or(eq(groups.slug, wanted), like(groups.slug, `${wanted.replaceAll('_', '\\_')}-%`)));
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(wanted)) return wanted;
  let number = 2;
  while (slugs.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** Says what someone is in a group; `leads` lets them edit it. */
export async function setPosition(
  _actor: Actor,
  unit: Unit,
  position: { personId: string; groupId: string; title: string | null; leads: boolean },
): Promise<void> {
  await unit.db
    .insert(positions)
    .values(position)
    .onConflictDoUpdate({
      target: [positions.personId, positions.groupId],
      set: { title: position.title, leads: position.leads },
    });
  unit.personChanged(position.personId);
}

import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { groups, positions } from '#db/schema/groups';
import { type Actor, personIdOf } from '~/auth/actor';
import { hasRole } from '~/auth/viewer';
import { DomainError, notFound } from '~/lib/errors';
import type { Unit } from '~/sharing/command.server';
import { isFrozen } from './frozen.server';
import { createGroups, currentGroups, type StoredGroup, updateGroups } from './group-batch.server';
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
  const id = randomUUID();
  const [slug = ''] = await createGroups(unit, [{ id, values: groupInput.parse(input), origin }]);
  return { id, slug };
}

/**
 * Writes a group anew for someone who may edit it.
 * @param version the version the writer saw
 * @throws DomainError `not_found` for anyone else, `conflict` with what stands there now (`detail.theirs`) if it was saved in
 *   between, or with `detail.frozen` while a contested claim keeps everyone from it
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
  if (await isFrozen(unit.db, id)) throw new DomainError('conflict', 'This group cannot be edited.', { frozen: true });
  if (stored.version !== version) {
    throw new DomainError('conflict', 'Someone else saved this group while you were writing.', {
      theirs: await currentGroup(unit.db, id),
    });
  }
  await updateGroup(unit, id, groupInput.parse(input));
  // Whoever leads a group and saves it has looked at it; an operator who mends a listed one speaks for nobody.
  const lastConfirmedOn = new Date().toISOString().slice(0, 10);
  if (stored.standing === 'member') await unit.db.update(groups).set({ lastConfirmedOn }).where(eq(groups.id, id));
}

/** Writes a group's values without asking who does it: for imports, which have asked already. */
export const updateGroup = (unit: Unit, id: string, values: GroupValues): Promise<void> =>
  updateGroups(unit, [{ id, values }]);

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

/** A group as stored, with its parts and version. */
export const currentGroup = async (db: Transaction, id: string): Promise<StoredGroup | null> =>
  (await currentGroups(db, [id])).get(id) ?? null;

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

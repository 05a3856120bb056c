import { eq } from 'drizzle-orm';
import { people } from '#db/schema/people';
import { DomainError, notFound } from '~/lib/errors';
import type { Unit } from '~/sharing/command.server';
import type { Actor } from './actor';
import { writeDown } from './audit/append.server';
import { erasePeople } from './erase-people.server';
import { holdStewards, isLastSteward } from './stewards.server';
import { entomb } from './tombstones.server';
import { hasRole } from './viewer';

/**
 * Deletes a person at once and leaves a tombstone: everyone may delete themselves, a steward whoever was imported and not
 * asked yet, the hub itself anybody.
 * @throws DomainError `not_found` if there is no such person or the actor may not, `conflict` for the last steward
 */
export async function erasePerson(actor: Actor, unit: Unit, personId: string): Promise<void> {
  await holdStewards(unit.db);
  const [person] = await unit.db.select({ standing: people.standing }).from(people).where(eq(people.id, personId));
  if (!person || !mayErase(actor, personId, person.standing)) throw notFound();
  if (await isLastSteward(unit.db, personId))
    throw new DomainError('conflict', 'This is the last steward. Make someone else a steward first.');
  // Before the table from key to person loses its row: the entry keeps the key alone.
  if (actor.kind !== 'person' || actor.personId !== personId)
    await writeDown(unit.db, actor, { action: 'person_deleted', personId });
  await entomb(unit, await erasePeople(unit, [personId]));
}

function mayErase(actor: Actor, personId: string, standing: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  return actor.personId === personId || (standing === 'imported' && hasRole(actor, 'steward'));
}

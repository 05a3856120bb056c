import { randomUUID } from 'node:crypto';
import { people, personInterests, personLanguages, personLinks, personSkills } from '#db/schema/people';
import type { Actor } from '~/auth/actor';
import { randomHandle } from '~/lib/handles';
import type { Unit } from '~/sharing/command.server';
import type { PersonOrigin, ProfileValues } from './profile.schema';

const ATTEMPTS = 5;

/**
 * Makes many people with a few statements, as {@link createPerson} makes one.
 * @returns their ids, in the order given
 */
export async function createPeople(
  _actor: Actor,
  unit: Unit,
  profiles: readonly ProfileValues[],
  origin: Omit<PersonOrigin, 'handle'>,
): Promise<string[]> {
  const rows = profiles.map((values) => ({ id: randomUUID(), values }));
  await insertPeople(unit, rows, origin);
  const { db } = unit;
  const each = <T>(parts: (values: ProfileValues) => T[]) =>
    rows.flatMap(({ id, values }) => parts(values).map((part) => ({ personId: id, ...part })));
  const interests = each((values) => [...new Set(values.interestIds)].map((interestId) => ({ interestId })));
  const skills = each((values) => [
    ...[...new Set(values.skillIds)].map((skillId) => ({ skillId, wantsToLearn: false })),
    ...[...new Set(values.learnIds)].map((skillId) => ({ skillId, wantsToLearn: true })),
  ]);
  const languages = each((values) => [...new Set(values.languageCodes)].map((code) => ({ code })));
  const links = each((values) => values.links.map((link, position) => ({ position, ...link })));
  if (interests.length > 0) await db.insert(personInterests).values(interests);
  if (skills.length > 0) await db.insert(personSkills).values(skills);
  if (languages.length > 0) await db.insert(personLanguages).values(languages);
  if (links.length > 0) await db.insert(personLinks).values(links);
  for (const { id } of rows) unit.personChanged(id);
  return rows.map(({ id }) => id);
}

/** Handles are random: one that is taken already is drawn again. */
async function insertPeople(
  { db }: Unit,
  rows: readonly { id: string; values: ProfileValues }[],
  origin: Omit<PersonOrigin, 'handle'>,
): Promise<void> {
  let left = [...rows];
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > ATTEMPTS) throw new Error('No free handle was found.');
    const written = await db
      .insert(people)
      .values(
        left.map(({ id, values: { links, interestIds, skillIds, learnIds, languageCodes, ...columns } }) => ({
          ...columns,
          ...origin,
          id,
          handle: randomHandle(),
        })),
      )
      .onConflictDoNothing({ target: people.handle })
      .returning({ id: people.id });
    const done = new Set(written.map(({ id }) => id));
    left = left.filter(({ id }) => !done.has(id));
  }
}

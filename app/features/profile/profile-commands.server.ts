import { eq, sql } from 'drizzle-orm';
import { accounts } from '#db/schema/accounts';
import { people, personInterests, personLanguages, personLinks, personSkills } from '#db/schema/people';
import type { Actor } from '~/auth/actor';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { randomHandle } from '~/lib/handles';
import type { Unit } from '~/sharing/command.server';
import { type PersonOrigin, type ProfileInput, type ProfileValues, profileInput } from './profile.schema';
import { SWITCHES, type Switch } from './switches';

/** Makes a person. Nothing of them is visible before they saved a choice of sharing. */
export async function createPerson(
  _actor: Actor,
  unit: Unit,
  input: ProfileInput,
  origin: PersonOrigin,
): Promise<{ id: string; handle: string }> {
  const values = profileInput.parse(input);
  const { links, interestIds, skillIds, learnIds, languageCodes, ...columns } = values;
  const [row] = await unit.db
    .insert(people)
    .values({ ...columns, ...origin, handle: origin.handle ?? randomHandle() })
    .returning({ id: people.id, handle: people.handle });
  if (!row) throw new Error('The person was not written.');
  await writeParts(unit, row.id, values);
  unit.personChanged(row.id);
  return row;
}

/** Gives a person an account they sign in to with this address. */
export async function createAccount(
  _actor: Actor,
  unit: Unit,
  account: { personId: string; email: string; locale?: 'en' | 'es' },
): Promise<string> {
  const [row] = await unit.db
    .insert(accounts)
    .values({ ...account, email: account.email.trim().toLowerCase() })
    .returning({ id: accounts.id });
  if (!row) throw new Error('The account was not written.');
  return row.id;
}

/**
 * Saves the viewer's own profile.
 * @param version the version the form was made from
 * @param mayWiden whether a switch that makes them harder to find may be put off
 * @returns the switches that would have been put off without the right to; nothing is saved then
 * @throws DomainError `conflict` if it was saved elsewhere in between
 */
export async function saveProfile(
  viewer: SignedIn,
  unit: Unit,
  input: ProfileInput,
  version: number,
  mayWiden: boolean,
): Promise<Switch[]> {
  const values = profileInput.parse(input);
  const { links, interestIds, skillIds, learnIds, languageCodes, ...columns } = values;
  const [stored] = await unit.db.select().from(people).where(eq(people.id, viewer.personId)).for('update');
  if (!stored) throw new DomainError('not_found', 'There is nothing here.');
  if (stored.version !== version)
    throw new DomainError('conflict', 'Your profile was saved somewhere else in between.');
  const off = SWITCHES.filter((name) => stored[name] && !values[name]);
  if (off.length > 0 && !mayWiden) return off;
  // Whoever goes by an alias from now on gets a new address too, because the old one was known under the name.
  const renamed = values.aliasOnly !== stored.aliasOnly ? { handle: randomHandle() } : {};
  await unit.db
    .update(people)
    .set({
      ...columns,
      ...renamed,
      version: sql`${people.version} + 1`,
      updatedAt: new Date(),
      lastConfirmedOn: new Date().toISOString().slice(0, 10),
    })
    .where(eq(people.id, viewer.personId));
  for (const table of [personInterests, personSkills, personLanguages, personLinks]) {
    await unit.db.delete(table).where(eq(table.personId, viewer.personId));
  }
  await writeParts(unit, viewer.personId, values);
  unit.personChanged(viewer.personId);
  return [];
}

async function writeParts({ db }: Unit, personId: string, values: ProfileValues): Promise<void> {
  const { links, interestIds, skillIds, learnIds, languageCodes } = values;
  if (links.length > 0)
    await db.insert(personLinks).values(links.map((link, position) => ({ personId, position, ...link })));
  if (interestIds.length > 0)
    await db.insert(personInterests).values([...new Set(interestIds)].map((interestId) => ({ personId, interestId })));
  const skills = [
    ...[...new Set(skillIds)].map((skillId) => ({ personId, skillId, wantsToLearn: false })),
    ...[...new Set(learnIds)].map((skillId) => ({ personId, skillId, wantsToLearn: true })),
  ];
  if (skills.length > 0) await db.insert(personSkills).values(skills);
  if (languageCodes.length > 0)
    await db.insert(personLanguages).values([...new Set(languageCodes)].map((code) => ({ personId, code })));
}

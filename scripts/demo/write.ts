import { createHash } from 'node:crypto';
import { roleGrants } from '#db/schema/accounts';
import type { Actor } from '~/auth/actor';
import { createGroup, setPosition } from '~/features/directory/group-commands.server';
import { ensureStarterVocabularies } from '~/features/directory/starter-vocabularies.server';
import { createAccount, createPerson } from '~/features/profile/profile-commands.server';
import type { Audience } from '~/lib/audience';
import { ROLES } from '~/lib/standing';
import type { Unit } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { writeClaims } from './claims';
import { writeConcerns } from './concerns';
import { writeContact } from './contact';
import { DEMO_ROLES, type DemoRole } from './data';
import { DEMO_IMPORTED, writeImport } from './import';
import { writeInviting } from './inviting';
import { writeNetwork } from './network';
import { writeNotices } from './notices';
import type { DemoPerson } from './people';
import { demoPlan } from './plan';
import { writeRelations } from './relations';
import { readTerms } from './terms';
import { together } from './together';
import { writeUnity } from './unity';
import { writeWelcoming } from './welcoming';

const DEMO: Actor = { kind: 'system', reason: 'demo' };

/** Nobody read these words: they stand in the place of the sentence a person would have seen. */
const WORDS_SHA256 = createHash('sha256').update('A made-up person of the demo network shares this.').digest('hex');

export const addressOf = (role: DemoRole): string => `${role}@example.org`;

const asChoices = (grants: Record<string, Audience>) =>
  Object.entries(grants).map(([category, audience]) => ({ category, audience, wordsSha256: WORDS_SHA256 }));

/** Writes the whole demo network; the counts are what was written. */
export async function writeDemo(unit: Unit): Promise<{ groups: number; people: number }> {
  const plan = demoPlan(unit.policy);
  await writeNetwork(unit);
  await ensureStarterVocabularies(unit);
  const { interestIds, skillIds } = await readTerms(unit);

  const groupIds = await together(plan.groups, async (group) => {
    const written = await createGroup(
      DEMO,
      unit,
      { ...group.input, interestIds: interestIds(group.topics) },
      group.origin,
    );
    return written.id;
  });
  const personIds = await together(plan.people, async (person, number) => {
    const input = {
      ...person.profile,
      interestIds: interestIds(person.interests),
      skillIds: skillIds(person.skills),
      learnIds: skillIds(person.learn),
    };
    const { standing, handle, joinedOn, lastConfirmedOn } = person;
    const { id } = await createPerson(DEMO, unit, input, { standing, handle, joinedOn, lastConfirmedOn, demo: true });
    if (person.grants) await saveGrants(unit, { kind: 'person', id, givenBy: id }, asChoices(person.grants));
    for (const { group, ...position } of person.positions) {
      await setPosition(DEMO, unit, { personId: id, groupId: groupIds[group] as string, ...position });
    }
    await writeAccount(unit, id, person, number);
    return id;
  });
  await together(plan.groups, async ({ grants }, number) => {
    const lead = plan.people.findIndex((person) =>
      person.positions.some((position) => position.leads && position.group === number),
    );
    await saveGrants(
      unit,
      { kind: 'group', id: groupIds[number] as string, givenBy: personIds[lead] ?? null },
      asChoices(grants),
    );
  });
  await writeRelations(unit, plan, personIds, WORDS_SHA256);
  await writeClaims(unit, plan, { groupIds, personIds });
  await writeUnity(unit, plan, { groupIds, personIds });
  await writeWelcoming(unit, plan, personIds);
  await writeInviting(unit, plan, personIds);
  await writeConcerns(unit, plan, personIds);
  await writeContact(unit, plan, { groupIds, personIds });
  await writeImport(unit);
  return { groups: groupIds.length + DEMO_IMPORTED, people: personIds.length };
}

async function writeAccount(unit: Unit, personId: string, { account }: DemoPerson, number: number): Promise<void> {
  if (!account) return;
  const role = DEMO_ROLES.find((each) => each === account);
  const email = role ? addressOf(role) : `person-${String(number + 1).padStart(3, '0')}@example.org`;
  const accountId = await createAccount(DEMO, unit, { personId, email });
  await writeNotices(unit, role, accountId);
  const granted = ROLES.find((each) => each === account);
  if (granted) await unit.db.insert(roleGrants).values({ accountId, role: granted, grantedBy: 'demo' });
}

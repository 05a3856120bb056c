import { eq } from 'drizzle-orm';
import { accounts, roleGrants } from '#db/schema/accounts';
import { people } from '#db/schema/people';
import { setUpLinks } from '#db/schema/set-up';
import { interests, type Labels, skills } from '#db/schema/vocabularies';
import type { Actor } from '~/auth/actor';
import { holdStewards } from '~/auth/stewards.server';
import { STARTER_VOCABULARIES, type StarterTerm } from '~/features/directory/starter-vocabularies';
import { ensureStarterLanguages } from '~/features/directory/starter-vocabularies.server';
import { createAccount, createPerson } from '~/features/profile/profile-commands.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { slugify } from '~/lib/slug';
import { ROLES } from '~/lib/standing';
import { command, type Unit } from '~/sharing/command.server';
import type { NetworkValues } from '../network/network-form';
import { writeNetwork } from '../network/save-network.server';
import { setUpLinkOf, stewardOf } from './set-up-link.server';

const OWNER: Actor = { kind: 'system', reason: 'console' };

export interface SetUp {
  network: NetworkValues;
  /** What the first steward is called; needed unless their address has an account. */
  personName: string | null;
  /** Slugs of the starters that were chosen. */
  interests: string[];
  skills: string[];
  ownInterests: Labels[];
  ownSkills: Labels[];
  /** The language the page was filled in in. */
  locale: Locale;
}

/**
 * Sets the network up and makes its first steward, who is weaver and operator too. Of two people with the link one does.
 * @returns the steward's account, or null when someone was faster or the link has ended
 */
export function finishSetUp(token: string, setUp: SetUp): Promise<{ accountId: string } | null> {
  return command(async (unit) => {
    await holdStewards(unit.db);
    const link = await setUpLinkOf(unit, token);
    if (!link?.good || (await stewardOf(unit))) return null;
    await writeNetwork(unit, setUp.network, new Date());
    await writeWords(unit, setUp);
    const accountId = await firstSteward(unit, link.email, setUp);
    await unit.db
      .insert(roleGrants)
      .values(ROLES.map((role) => ({ accountId, role, grantedBy: 'set-up' })))
      .onConflictDoNothing();
    await unit.db.delete(setUpLinks);
    return { accountId };
  });
}

async function firstSteward(unit: Unit, email: string, { personName, locale }: SetUp): Promise<string> {
  const [known] = await unit.db.select().from(accounts).where(eq(accounts.email, email));
  if (known) {
    await unit.db.update(people).set({ standing: 'member' }).where(eq(people.id, known.personId));
    unit.personChanged(known.personId);
    return known.id;
  }
  const joinedOn = new Date().toISOString().slice(0, 10);
  const person = await createPerson(OWNER, unit, { name: personName ?? email }, { standing: 'member', joinedOn });
  return createAccount(OWNER, unit, { personId: person.id, email, locale });
}

async function writeWords(unit: Unit, setUp: SetUp): Promise<void> {
  await ensureStarterLanguages(unit);
  const rows = (starters: readonly StarterTerm[], chosen: readonly string[], own: readonly Labels[]) => [
    ...starters.filter(({ slug }) => chosen.includes(slug)).map(({ slug, labels }) => ({ slug, labels })),
    ...own.map((labels) => ({ slug: slugify(labels.en, 'topic'), labels })),
  ];
  for (const [table, terms] of [
    [interests, rows(STARTER_VOCABULARIES.interests, setUp.interests, setUp.ownInterests)],
    [skills, rows(STARTER_VOCABULARIES.skills, setUp.skills, setUp.ownSkills)],
  ] as const) {
    if (terms.length > 0) await unit.db.insert(table).values(terms).onConflictDoNothing();
  }
}

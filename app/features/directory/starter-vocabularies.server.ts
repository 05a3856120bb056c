import { interests, languages, skills } from '#db/schema/vocabularies';
import type { Unit } from '~/sharing/command.server';
import { STARTER_VOCABULARIES, type StarterTerm } from './starter-vocabularies';

const asRows = (terms: readonly StarterTerm[]) => terms.map(({ slug, labels }) => ({ slug, labels }));

/** The languages people may say they speak. */
export async function ensureStarterLanguages({ db }: Unit): Promise<void> {
  await db.insert(languages).values(STARTER_VOCABULARIES.languages).onConflictDoNothing();
}

/** Gives a network the vocabularies it begins with. What is there already stays as it is, so it may run again. */
export async function ensureStarterVocabularies(unit: Unit): Promise<void> {
  await unit.db.insert(interests).values(asRows(STARTER_VOCABULARIES.interests)).onConflictDoNothing();
  await unit.db.insert(skills).values(asRows(STARTER_VOCABULARIES.skills)).onConflictDoNothing();
  await ensureStarterLanguages(unit);
}

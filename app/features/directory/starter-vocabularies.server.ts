import { interests, languages, skills } from '#db/schema/vocabularies';
import type { Unit } from '~/sharing/command.server';
import { STARTER_VOCABULARIES } from './starter-vocabularies';

/** Gives a network the vocabularies it begins with. What is there already stays as it is, so it may run again. */
export async function ensureStarterVocabularies({ db }: Unit): Promise<void> {
  await db.insert(interests).values(STARTER_VOCABULARIES.interests).onConflictDoNothing();
  await db.insert(skills).values(STARTER_VOCABULARIES.skills).onConflictDoNothing();
  await db.insert(languages).values(STARTER_VOCABULARIES.languages).onConflictDoNothing();
}

import type { Viewer } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import type { Term } from './labels';
import type { DirectoryQuery } from './query';
import { readVocabularies } from './vocabularies.server';

function ledOn(slugs: readonly string[], terms: readonly Term[]): string[] {
  const now = new Map(terms.flatMap(({ slug, formerly = [] }) => formerly.map((old) => [old.slug, slug] as const)));
  return [...new Set(slugs.map((slug) => now.get(slug) ?? slug))];
}

/** A search as it reads today: a term of a saved address that was merged into another stands for that one. */
export async function leadOn(viewer: Viewer, query: DirectoryQuery): Promise<DirectoryQuery> {
  if (query.interest.length + query.skill.length + query.learn.length === 0) return query;
  const { interests, skills } = await readVocabularies(readAs(viewer));
  return {
    ...query,
    interest: ledOn(query.interest, interests),
    skill: ledOn(query.skill, skills),
    learn: ledOn(query.learn, skills),
  };
}

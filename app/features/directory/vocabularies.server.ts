import type { Sql } from '#db/client.server';
import { perRevision } from '~/sharing/revision.server';
import type { Term } from './labels';

export { labelIn, type Term } from './labels';

export interface Vocabularies {
  interests: Term[];
  skills: Term[];
  languages: { code: string; name: string }[];
}

/** The network's vocabularies, in the order of their English labels. `sql` may be any role's: they hold nothing personal. */
export const readVocabularies = perRevision(async (sql: Sql): Promise<Vocabularies> => {
  const [interests, skills, languages] = await Promise.all([
    sql<Term[]>`select id, slug, labels, retired from ref.interests where merged_into is null order by labels ->> 'en'`,
    sql<Term[]>`select id, slug, labels, retired from ref.skills where merged_into is null order by labels ->> 'en'`,
    sql<{ code: string; name: string }[]>`select code, name from ref.languages order by name`,
  ]);
  return { interests: [...interests], skills: [...skills], languages: [...languages] };
});

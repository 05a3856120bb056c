import type { Sql } from '#db/client.server';
import { perRevision } from '~/sharing/revision.server';
import type { Term } from './labels';

export { labelIn, type Term } from './labels';

export interface Vocabularies {
  interests: Term[];
  skills: Term[];
  languages: { code: string; name: string }[];
}

const terms = (sql: Sql, table: 'interests' | 'skills') => sql<Term[]>`
  select id, slug, labels, retired, (
    select coalesce(jsonb_agg(jsonb_build_object('slug', f.slug, 'labels', f.labels) order by f.id), '[]')
    from ${sql(`ref.${table}`)} f where f.merged_into = t.id) as formerly
  from ${sql(`ref.${table}`)} t where merged_into is null order by labels ->> 'en'`;

/** The network's vocabularies, in the order of their English labels. `sql` may be any role's: they hold nothing personal. */
export const readVocabularies = perRevision(async (sql: Sql): Promise<Vocabularies> => {
  const [interests, skills, languages] = await Promise.all([
    terms(sql, 'interests'),
    terms(sql, 'skills'),
    sql<{ code: string; name: string }[]>`select code, name from ref.languages order by name`,
  ]);
  return { interests: [...interests], skills: [...skills], languages: [...languages] };
});

import type { Sql } from '#db/client.server';
import type { Viewer } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import { asAllowed } from './allowed-query.server';
import { type Given, NOTHING_GIVEN } from './kept-counts.server';
import { placeLabels } from './place-labels.server';
import { type DirectoryQuery, LIST_KEYS, type Ways } from './query';
import { idsOf, type SearchResult, type SearchShape, search } from './search.server';
import { readVocabularies, type Vocabularies } from './vocabularies.server';

interface PersonRow {
  handle: string;
  name: string;
  headline: string | null;
  skill_ids: number[] | null;
  interest_ids: number[] | null;
  learn_ids: number[] | null;
  region_key: string | null;
  country: string | null;
  town_id: number | null;
  last_confirmed_month: string | null;
  imported: boolean;
  position: PersonHit['position'];
}

/** A person in a list, as this viewer may see them. */
export interface PersonHit extends Pick<PersonRow, 'handle' | 'name' | 'headline'> {
  /** Written down by somebody else and not asked yet. */
  imported?: true;
  skillIds: number[];
  interestIds: number[];
  learnIds: number[];
  place: string | null;
  /** A town's place reads "near …", a region's does not. */
  near: boolean;
  confirmed: string | null;
  position: { group: string; title: string | null; leads: boolean } | null;
}

const SHAPE: SearchShape = {
  source: { table: 'people', id: 'handle', key: 'person_id', newest: 'joined_month' },
  everyone: true,
  columns: (sql) =>
    sql`name, headline, skill_ids, interest_ids, learn_ids, region_key, country, town_id, last_confirmed_month::text, imported,
      (select jsonb_build_object('group', g.name, 'title', p.title, 'leads', p.leads)
        from positions p join groups g on g.group_id = p.group_id
        where p.person_id = people.person_id order by p.leads desc, g.sort_name, g.slug limit 1) as position`,
  facets: {
    interest: 'interest_ids',
    skill: 'skill_ids',
    learn: 'learn_ids',
    language: 'language_codes',
    role: 'network_roles',
  },
};

function chosenFilters(sql: Sql, query: DirectoryQuery, terms: Vocabularies) {
  const holds = (column: string, ids: number[]) => (ids.length > 0 ? [sql`${sql(column)} @> ${ids}::int[]`] : []);
  return [
    ...holds('interest_ids', idsOf(terms.interests, query.interest)),
    ...holds('skill_ids', idsOf(terms.skills, query.skill)),
    ...holds('learn_ids', idsOf(terms.skills, query.learn)),
    ...(query.language.length > 0 ? [sql`language_codes @> ${query.language}::text[]`] : []),
    ...(query.role.length > 0 ? [sql`network_roles @> ${query.role}::text[]`] : []),
    ...(query.group
      ? [
          sql`person_id in (select p.person_id from positions p join groups g on g.group_id = p.group_id where g.slug = ${query.group})`,
        ]
      : []),
  ];
}

/** The one choice of a search that has no more than one; its text and place are not looked at. */
function onlyChoice(query: DirectoryQuery, terms: Vocabularies): Given | null {
  const [first, ...more] = LIST_KEYS.flatMap((facet) => query[facet].map((value) => ({ facet, value })));
  if (more.length > 0 || query.group) return null;
  if (!first) return NOTHING_GIVEN;
  const { facet, value } = first;
  if (facet === 'language' || facet === 'role') return { facet, key: value };
  return { facet, key: String(idsOf(facet === 'interest' ? terms.interests : terms.skills, [value])[0]) };
}

export interface PeopleResult extends Omit<SearchResult<PersonRow>, 'rows'> {
  hits: PersonHit[];
  terms: Vocabularies;
  group: { slug: string; name: string } | null;
  /** What was searched for, as far as the policy lets anyone search for it. */
  query: DirectoryQuery;
  ways: Ways;
}

/** People this viewer may see that fit a search, a page at a time, with counts from the very same rows. */
export async function searchPeople(viewer: Viewer, asked: DirectoryQuery, locale: string): Promise<PeopleResult> {
  const sql = readAs(viewer);
  const { query, shape, ways } = await asAllowed(sql, SHAPE, asked);
  const terms = await readVocabularies(sql);
  const named = query.group
    ? sql<{ slug: string; name: string }[]>`select slug, name from groups where slug = ${query.group}`
    : [];
  const { rows, ...result } = await search<PersonRow>(
    sql,
    shape,
    query,
    chosenFilters(sql, query, terms),
    onlyChoice(query, terms),
    locale,
  );
  const [group = null] = await named;
  return { ...result, hits: await asHits(sql, rows, locale), terms, group, query, ways };
}

async function asHits(sql: Sql, rows: PersonRow[], locale: string): Promise<PersonHit[]> {
  const places = await placeLabels(sql, rows, locale);
  return rows.map((row) => ({
    handle: row.handle,
    name: row.name,
    headline: row.headline,
    ...(row.imported && { imported: true as const }),
    skillIds: row.skill_ids ?? [],
    interestIds: row.interest_ids ?? [],
    learnIds: row.learn_ids ?? [],
    place: places(row),
    near: row.town_id !== null,
    confirmed: row.last_confirmed_month,
    position: row.position,
  }));
}

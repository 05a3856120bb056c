import type { Sql } from '#db/client.server';
import type { Viewer } from '~/auth/viewer';
import { townLabel } from '~/lib/places/match';
import { readAs } from '~/sharing/read.server';
import type { DirectoryQuery } from './query';
import { idsOf, type SearchResult, type SearchShape, search } from './search.server';
import { readVocabularies, type Vocabularies } from './vocabularies.server';

interface PersonRow {
  person_id: string;
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
  source: { table: 'people', id: 'handle', newest: 'joined_month' },
  columns: (sql) =>
    sql`person_id, name, headline, skill_ids, interest_ids, learn_ids, region_key, country, town_id, last_confirmed_month::text, imported`,
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

export interface PeopleResult extends Omit<SearchResult<PersonRow>, 'rows'> {
  hits: PersonHit[];
  terms: Vocabularies;
  group: { slug: string; name: string } | null;
}

/** People this viewer may see that fit a search, a page at a time, with counts from the very same rows. */
export async function searchPeople(viewer: Viewer, query: DirectoryQuery, locale: string): Promise<PeopleResult> {
  const sql = readAs(viewer);
  const terms = await readVocabularies(sql);
  const { rows, ...result } = await search<PersonRow>(sql, SHAPE, query, chosenFilters(sql, query, terms), locale);
  const [group = null] = query.group
    ? await sql<{ slug: string; name: string }[]>`select slug, name from groups where slug = ${query.group}`
    : [];
  return { ...result, hits: await asHits(sql, rows, locale), terms, group };
}

async function asHits(sql: Sql, rows: PersonRow[], locale: string): Promise<PersonHit[]> {
  const [positions, places] = await Promise.all([
    firstPositions(
      sql,
      rows.map((row) => row.person_id),
    ),
    placeLabels(sql, rows, locale),
  ]);
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
    position: positions.get(row.person_id) ?? null,
  }));
}

async function firstPositions(sql: Sql, personIds: string[]) {
  const rows = await sql<{ person_id: string; group: string; title: string | null; leads: boolean }[]>`
    select distinct on (p.person_id) p.person_id, g.name as "group", p.title, p.leads
    from positions p join groups g on g.group_id = p.group_id
    where p.person_id = any(${personIds}::uuid[]) order by p.person_id, p.leads desc, g.sort_name, g.slug`;
  return new Map(rows.map(({ person_id, ...position }) => [person_id, position]));
}

interface Placed {
  town_id: number | null;
  region_key: string | null;
  country: string | null;
}

/** Reads what the rows' towns, regions and countries are called, and gives the label of each row's place. */
export async function placeLabels(sql: Sql, rows: Placed[], locale: string): Promise<(row: Placed) => string | null> {
  const towns = rows.flatMap((row) => row.town_id ?? []);
  const regions = rows.flatMap((row) => row.region_key ?? []);
  const countries = rows.flatMap((row) => row.country ?? []);
  const named = await sql<{ key: string; name: string }[]>`
    select 'town ' || id as key, name from ref.place where id = any(${towns}::int[])
    union all select 'region ' || key, name from ref.region where key = any(${regions}::text[])
    union all select 'country ' || code, coalesce(names ->> ${locale}, name) from ref.country where code = any(${countries}::text[])`;
  const names = new Map(named.map((row) => [row.key, row.name]));
  return ({ town_id, region_key, country }) => {
    const countryName = names.get(`country ${country}`) ?? null;
    const region = names.get(`region ${region_key}`) ?? null;
    const town = town_id === null ? null : (names.get(`town ${town_id}`) ?? null);
    if (town) return townLabel(town, region, countryName ?? '').replace(/, $/, '');
    return region && countryName && region !== countryName ? `${region}, ${countryName}` : (region ?? countryName);
  };
}

import type { Sql } from '#db/client.server';
import type { Viewer } from '~/auth/viewer';
import type { GroupStanding } from '~/lib/standing';
import { readAs } from '~/sharing/read.server';
import { asAllowed } from './allowed-query.server';
import { NOTHING_GIVEN } from './kept-counts.server';
import { placeLabels } from './place-labels.server';
import type { DirectoryQuery, Ways } from './query';
import { idsOf, type SearchResult, type SearchShape, search } from './search.server';
import { readVocabularies, type Vocabularies } from './vocabularies.server';

interface GroupRow {
  slug: string;
  name: string;
  standing: GroupStanding;
  purpose: string | null;
  interest_ids: number[] | null;
  region_key: string | null;
  country: string | null;
  town_id: number | null;
  place_text: string | null;
  quiet_since: string | null;
}

/** A group in a list, as this viewer may see it. */
export interface GroupHit extends Pick<GroupRow, 'slug' | 'name' | 'standing'> {
  /** The beginning of its purpose. */
  summary: string | null;
  interestIds: number[];
  place: string | null;
  /** The day of its last sign of life, if that was long ago. */
  quietSince: string | null;
}

const SUMMARY_LENGTH = 220;

const SHAPE: SearchShape = {
  source: { table: 'groups', id: 'slug', key: 'group_id', newest: 'listed_on' },
  columns: (sql) =>
    sql`name, standing, left(purpose, ${SUMMARY_LENGTH + 60}) as purpose, interest_ids, region_key, country, town_id, place_text, quiet_since::text`,
  facets: { interest: 'interest_ids' },
  folded: (sql) => sql`(quiet_since is not null)`,
};

/** The beginning of a text, cut after a word. */
export function summaryOf(text: string | null): string | null {
  if (!text || text.length <= SUMMARY_LENGTH) return text;
  const cut = text.slice(0, SUMMARY_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${(space > SUMMARY_LENGTH / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

export interface GroupsResult extends Omit<SearchResult<GroupRow>, 'rows'> {
  hits: GroupHit[];
  terms: Vocabularies;
  /** What was searched for, as far as the policy lets anyone search for it. */
  query: DirectoryQuery;
  ways: Ways;
}

/** Groups this viewer may see that fit a search, a page at a time, with counts from the very same rows. */
export async function searchGroups(viewer: Viewer, asked: DirectoryQuery, locale: string): Promise<GroupsResult> {
  const sql = readAs(viewer);
  const { query, shape, ways } = await asAllowed(sql, SHAPE, asked);
  const terms = await readVocabularies(sql);
  const ids = idsOf(terms.interests, query.interest);
  const chosen = ids.length > 0 ? [sql`interest_ids @> ${ids}::int[]`] : [];
  const [only = null, ...more] = ids;
  const given = only === null ? NOTHING_GIVEN : more.length > 0 ? null : { facet: 'interest', key: String(only) };
  const { rows, ...result } = await search<GroupRow>(sql, shape, query, chosen, given, locale);
  return { ...result, hits: await asHits(sql, rows, locale), terms, query, ways };
}

/** The member groups this viewer may see that came last. */
export async function newestGroups(viewer: Viewer, count: number, locale: string): Promise<GroupHit[]> {
  const sql = readAs(viewer);
  const rows = await sql<GroupRow[]>`
    select slug, ${SHAPE.columns(sql)} from groups where standing = 'member'
    order by listed_on desc nulls last, sort_name, slug limit ${count}`;
  return asHits(sql, rows, locale);
}

async function asHits(sql: Sql, rows: GroupRow[], locale: string): Promise<GroupHit[]> {
  const places = await placeLabels(sql, rows, locale);
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    standing: row.standing,
    summary: summaryOf(row.purpose),
    interestIds: row.interest_ids ?? [],
    place: places(row) ?? row.place_text,
    quietSince: row.quiet_since,
  }));
}

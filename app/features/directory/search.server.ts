import type { Fragment, Sql } from '#db/client.server';
import { type Counts, countFacets } from './facets.server';
import { allOf, anywhere, placeFilter } from './filters.server';
import { type Given, keptCounts } from './kept-counts.server';
import { COUNT_LIMIT, type ListSource, listPage, type Page } from './list.server';
import { type PlaceReading, readPlace } from './place-search.server';
import { type DirectoryQuery, type Sort, sortOf } from './query';
import { matchText } from './text-match.server';
import type { Term } from './vocabularies.server';

export interface SearchShape {
  source: ListSource;
  /** Columns of a hit, besides what it is sorted by. */
  columns(sql: Sql): Fragment;
  /** Facet name to array column. */
  facets: Record<string, string>;
  /** Rows that fold away: a text finds them, a list without one holds them only on request. */
  folded?(sql: Sql): Fragment;
  /** Whether rows may be found by the region they tell. */
  areas?: boolean;
  /** Whether a page says how many there are in all. */
  everyone?: true;
}

export interface SearchResult<T> extends Page<T>, Counts {
  sort: Sort;
  corrected: string | null;
  place: PlaceReading | null;
  /** Rows that fit and are folded away. */
  folded: number;
  /** Rows this audience could find with any search; 0 where no page says so. */
  everyone: number;
}

const TOO_MANY: Counts = { total: COUNT_LIMIT, capped: true, byFacet: {} };

/** Ids of the chosen terms; a term the vocabulary does not have becomes 0, which nobody has. */
export const idsOf = (terms: Term[], slugs: string[]): number[] =>
  slugs.map((slug) => terms.find((term) => term.slug === slug)?.id ?? 0);

/**
 * Finds, counts and sorts rows of one audience's projection; every part of it reads the same condition.
 * @param given the one term that `chosen` stands for, or that nothing was chosen; null if it is more than that
 */
export async function search<T extends object>(
  sql: Sql,
  shape: SearchShape,
  query: DirectoryQuery,
  chosen: Fragment[],
  given: Given | null,
  locale: string,
): Promise<SearchResult<T>> {
  const place = await readPlace(sql, query.place, locale);
  const text = query.q ? await matchText(sql, shape.source.table, query.q) : null;
  const centre = place?.place?.kind === 'town' ? place.place : null;
  const sort = sortOf(query, centre !== null);
  const nothing = (text && !text.tsquery) || (place && !place.place);
  const wanted = allOf(sql, [
    ...chosen,
    ...(text?.tsquery ? [sql`tsv @@ to_tsquery('simple', ${text.tsquery})`] : []),
    ...(nothing ? [sql`false`] : []),
  ]);
  const near = place?.place ? placeFilter(sql, place.place, query.within) : { towns: null, areas: null };
  const there = near.areas && shape.areas === false ? { ...near, areas: sql`false` } : near;
  const folded = query.q || query.quiet ? undefined : shape.folded?.(sql);
  const where = folded ? sql`${wanted} and not ${folded}` : wanted;
  const { table } = shape.source;
  const many = text && text.atLeast > COUNT_LIMIT && chosen.length === 0 && !place ? text.atLeast : 0;
  const counted = () =>
    many > 0 ? TOO_MANY : countFacets(sql, table, sql`${where} and ${anywhere(sql, there)}`, shape.facets);
  const keptOf = query.q || query.place || folded ? null : given;
  const [page, kept, exact, left] = await Promise.all([
    listPage<T>(sql, {
      source: shape.source,
      where,
      place: there,
      columns: shape.columns(sql),
      sort,
      tsquery: text?.tsquery ?? null,
      many,
      centre,
      after: query.after,
    }),
    keptOf || shape.everyone ? keptCounts(sql, table, keptOf) : null,
    keptOf ? null : counted(),
    folded ? countFolded(sql, shape, sql`${folded} and ${wanted} and ${anywhere(sql, there)}`) : 0,
  ]);
  const counts = exact ?? kept?.given ?? (await counted());
  const everyone = kept?.everyone ?? 0;
  return { ...page, ...counts, everyone, sort, corrected: text?.corrected ?? null, place, folded: left };
}

async function countFolded(sql: Sql, { source }: SearchShape, where: Fragment): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(source.table)} where ${where}`;
  return row?.rows ?? 0;
}

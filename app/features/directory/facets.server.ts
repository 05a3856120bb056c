import type { Fragment, Sql } from '#db/client.server';
import { COUNT_LIMIT } from './list.server';

export interface Counts {
  /** Rows found; if `capped`, there are more than that. */
  total: number;
  capped: boolean;
  /** Rows by facet and key; lower bounds if `capped`. */
  byFacet: Record<string, Record<string, number>>;
}

/**
 * How many rows a search finds, and how many each further choice would leave.
 * @param facets facet name to array column
 */
export async function countFacets(
  sql: Sql,
  table: 'people' | 'groups',
  where: Fragment,
  facets: Record<string, string>,
): Promise<Counts> {
  const columns = Object.values(facets);
  const counted = Object.entries(facets).map(
    ([facet, column]) =>
      sql`union all select ${facet}, key, count(*)::int from hits, unnest(${sql(column)}::text[]) as key group by key`,
  );
  const rows = await sql<{ facet: string; key: string; rows: number }[]>`
    with hits as materialized (select ${sql(columns)} from ${sql(table)} where ${where} limit ${COUNT_LIMIT + 1})
    select 'total' as facet, '' as key, count(*)::int as rows from hits
    ${counted.reduce((all, each) => sql`${all} ${each}`, sql``)}`;
  const byFacet: Counts['byFacet'] = {};
  for (const { facet, key, rows: count } of rows) {
    byFacet[facet] ??= {};
    byFacet[facet][key] = count;
  }
  const found = byFacet.total?.[''] ?? 0;
  delete byFacet.total;
  return {
    total: Math.min(found, COUNT_LIMIT),
    capped: found > COUNT_LIMIT,
    byFacet: found > COUNT_LIMIT ? {} : byFacet,
  };
}

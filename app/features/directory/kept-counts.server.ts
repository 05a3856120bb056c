import type { Sql } from '#db/client.server';
import type { Counts } from './facets.server';

/** The one term that a list is narrowed by. */
export interface Given {
  facet: string;
  key: string;
}

/** What narrows nothing. */
export const NOTHING_GIVEN: Given = { facet: 'total', key: '' };

/** Counts of a list with one filter or none, as the projection writer keeps them; null where none are kept. */
export async function keptCounts(sql: Sql, table: 'people' | 'groups', given: Given): Promise<Counts | null> {
  const rows = await sql<{ facet: string; key: string; rows: number }[]>`
    select facet, key, rows from counts
    where subject = ${table} and given_facet = ${given.facet} and given_key = ${given.key}`;
  const byFacet: Counts['byFacet'] = {};
  for (const { facet, key, rows: count } of rows) {
    byFacet[facet] ??= {};
    byFacet[facet][key] = count;
  }
  const total = byFacet.total?.[''];
  return total === undefined ? null : { total, capped: false, byFacet };
}

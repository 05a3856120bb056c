import type { Sql } from '#db/client.server';
import type { Counts } from './facets.server';

/** The one term that a list is narrowed by. */
export interface Given {
  facet: string;
  key: string;
}

/** What narrows nothing. */
export const NOTHING_GIVEN: Given = { facet: 'total', key: '' };

export interface KeptCounts {
  /** Counts of the list that is narrowed by what is given; null where none are kept. */
  given: Counts | null;
  /** Rows of the whole table, without those that were only imported. */
  everyone: number;
}

/** Counts as the projection writer keeps them: of a list with one filter or none (`given` null: of no such list), and of all rows. */
export async function keptCounts(sql: Sql, table: 'people' | 'groups', given: Given | null): Promise<KeptCounts> {
  const { facet, key } = given ?? NOTHING_GIVEN;
  const rows = await sql<{ given: boolean; whole: boolean; facet: string; counted: Record<string, number> }[]>`
    select given_facet = ${facet} and given_key = ${key} as given, given_facet = 'total' as whole, facet, jsonb_object_agg(key, rows) as counted
    from counts
    where subject = ${table} and (
      (${given !== null} and given_facet = ${facet} and given_key = ${key})
      or (given_facet = 'total' and given_key = '' and facet in ('total', 'imported')))
    group by given_facet, given_key, facet`;
  const ofAll = (name: string) => rows.find((row) => row.facet === name && row.whole)?.counted[''] ?? 0;
  const byFacet = Object.fromEntries(rows.filter((row) => row.given).map((row) => [row.facet, row.counted]));
  const total = given && byFacet.total?.[''];
  return {
    given: total === undefined || total === null ? null : { total, capped: false, byFacet },
    everyone: ofAll('total') - ofAll('imported'),
  };
}

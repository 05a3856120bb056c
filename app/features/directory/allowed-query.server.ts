import type { Sql } from '#db/client.server';
import { isFoundBy } from '~/sharing/found-by';
import { policyInForce } from '~/sharing/policies.server';
import { type DirectoryQuery, LIST_KEYS, type Ways } from './query';
import type { SearchShape } from './search.server';

/**
 * A search and its list as far as the policy in force lets rows be found in that way: what it does not is left out, and
 * `ways` says what a form may offer.
 */
export async function asAllowed(
  sql: Sql,
  shape: SearchShape,
  query: DirectoryQuery,
): Promise<{ shape: SearchShape; query: DirectoryQuery; ways: Ways }> {
  const policy = await policyInForce(sql);
  const { table } = shape.source;
  const by = (way: string) => policy !== null && isFoundBy(policy, table, way);
  const lists = LIST_KEYS.map((facet) => [facet, by(facet) ? query[facet] : []]);
  const ways = { facets: LIST_KEYS.filter(by), newest: by('newest'), place: by('town') || by('region') };
  return {
    ways,
    shape: {
      ...shape,
      areas: by('region'),
      facets: Object.fromEntries(Object.entries(shape.facets).filter(([facet]) => by(facet))),
    },
    query: {
      ...query,
      ...Object.fromEntries(lists),
      group: by('group') ? query.group : '',
      place: ways.place ? query.place : '',
      sort: query.sort === 'newest' && !ways.newest ? null : query.sort,
    },
  };
}

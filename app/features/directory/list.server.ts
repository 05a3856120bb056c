import type { Fragment, Sql } from '#db/client.server';
import type { TownMatch } from '~/lib/places.server';
import { type Cursor, decodeCursor, encodeCursor } from './cursor';
import { anywhere, distanceKm, type PlaceFilter } from './filters.server';
import type { Sort } from './query';

export const PAGE_SIZE = 20;
/** Counts above this are told as "1,000+", and no more rows than this are ranked. */
export const COUNT_LIMIT = 1000;

export interface ListSource {
  table: 'people' | 'groups';
  /** Unique text that breaks ties: handle or slug. */
  id: 'handle' | 'slug';
  key: 'person_id' | 'group_id';
  /** Date the newest are sorted by. */
  newest: 'joined_month' | 'listed_on';
}

interface ListRequest {
  source: ListSource;
  /** Every condition but the place. */
  where: Fragment;
  place: PlaceFilter;
  columns: Fragment;
  sort: Sort;
  tsquery: string | null;
  centre: TownMatch | null;
  after: string;
}

export interface Page<T> {
  rows: T[];
  /** Cursor of the next page, or null on the last. */
  next: string | null;
}

interface SortColumns {
  sort_key: number | string | null;
  sort_name: string;
  sort_id: string;
}

/** One keyset page in the wanted order. A cursor made for another order starts from the beginning. */
export async function listPage<T extends object>(sql: Sql, request: ListRequest): Promise<Page<T>> {
  const { source, sort } = request;
  const cursor = decodeCursor(request.after);
  const query =
    sort === 'name'
      ? byName(sql, request, cursor)
      : sort === 'newest'
        ? byNewest(sql, request, cursor)
        : byScore(sql, request, cursor);
  const rows = await (query as unknown as Promise<(T & SortColumns)[]>);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const more = rows.length > PAGE_SIZE && last !== undefined;
  return {
    rows: page.map((row) => ({
      ...row,
      sort_key: undefined,
      sort_name: undefined,
      sort_id: undefined,
      [source.id]: row.sort_id,
    })),
    next: more ? encodeCursor({ key: last.sort_key, sortName: last.sort_name, id: last.sort_id }) : null,
  };
}

const conditions = (sql: Sql, { where, place }: ListRequest): Fragment => sql`${where} and ${anywhere(sql, place)}`;

function byName(sql: Sql, request: ListRequest, cursor: Cursor | null): Fragment {
  const { source, columns } = request;
  const where = conditions(sql, request);
  const id = sql(source.id);
  return sql`
    select ${columns}, null as sort_key, sort_name, ${id} as sort_id from ${sql(source.table)}
    where ${where} ${cursor ? sql`and (sort_name, ${id}) > (${cursor.sortName}, ${cursor.id})` : sql``}
    order by sort_name, ${id} limit ${PAGE_SIZE + 1}`;
}

function byNewest(sql: Sql, request: ListRequest, cursor: Cursor | null): Fragment {
  const { source, columns } = request;
  const where = conditions(sql, request);
  const [id, date] = [sql(source.id), sql(source.newest)];
  return sql`
    select ${columns}, ${date}::text as sort_key, sort_name, ${id} as sort_id from ${sql(source.table)}
    where ${where} ${newestAfter(sql, source, cursor)}
    order by ${date} desc nulls last, sort_name, ${id} limit ${PAGE_SIZE + 1}`;
}

function newestAfter(sql: Sql, source: ListSource, cursor: Cursor | null): Fragment {
  if (!cursor || typeof cursor.key === 'number') return sql``;
  const [id, date] = [sql(source.id), sql(source.newest)];
  const tie = sql`(sort_name, ${id}) > (${cursor.sortName}, ${cursor.id})`;
  if (cursor.key === null) return sql`and ${date} is null and ${tie}`;
  if (Number.isNaN(Date.parse(cursor.key))) return sql``;
  return sql`and (${date} is null or ${date} < ${cursor.key}::date or (${date} = ${cursor.key}::date and ${tie}))`;
}

/** Ranks by fit or by distance: the candidates first, then the few that are shown are read whole. */
function byScore(sql: Sql, request: ListRequest, cursor: Cursor | null): Fragment {
  const { source, columns, sort, tsquery, centre } = request;
  const [id, own] = [sql(source.id), sql(source.key)];
  const fit = sql`(ts_rank('{0.05, 0.2, 0.4, 1.0}', tsv, to_tsquery('simple', ${tsquery ?? ''})) * 1000000)::int`;
  const near = centre
    ? sql`case when geo is null then -100000 else -round(${distanceKm(sql, centre)})::int end`
    : sql`0`;
  const key = typeof cursor?.key === 'number' ? cursor : null;
  return sql`
    with candidates as materialized (${sort === 'near' ? nearest(sql, request) : fitting(sql, request)}),
    ranked as materialized (
      select ${own}, ${sort === 'near' ? near : fit} as sort_key, sort_name, ${id} as sort_id
      from ${sql(source.table)} where ${own} in (select ${own} from candidates)
    ),
    page as (
      select ${own}, sort_key, sort_id from ranked
      ${key ? sql`where sort_key < ${key.key}::int or (sort_key = ${key.key}::int and (sort_name, sort_id) > (${key.sortName}, ${key.id}))` : sql``}
      order by sort_key desc, sort_name, sort_id limit ${PAGE_SIZE + 1}
    )
    select ${columns}, sort_key, sort_name, sort_id from page join ${sql(source.table)} using (${own})
    order by sort_key desc, sort_name, sort_id`;
}

/**
 * At most a thousand rows to rank by fit: those the text names first. Which of many are taken follows from their random
 * ids, so it favours no name and does not depend on how rows lie on the disk.
 */
function fitting(sql: Sql, request: ListRequest): Fragment {
  const { source, tsquery } = request;
  const own = sql(source.key);
  const matching = (named: Fragment) => sql`
    select ${own} from ${sql(source.table)} where ${conditions(sql, request)} ${named} order by ${own} limit ${COUNT_LIMIT}`;
  const names = sql`and to_tsvector('simple', sort_name) @@ to_tsquery('simple', ${tsquery ?? ''})`;
  return sql`
    select ${own}, min(part) from (
      select *, 1 as part from (${matching(names)}) as named
      union all select *, 2 from (${matching(sql``)}) as others
    ) as parts group by ${own} order by min(part), ${own} limit ${COUNT_LIMIT}`;
}

/** At most a thousand rows to rank by distance: the nearest, and then those that tell only their region. */
function nearest(sql: Sql, { source, where, place, centre }: ListRequest): Fragment {
  const own = sql(source.key);
  const from = sql`select ${own} from ${sql(source.table)} where ${where}`;
  const point = sql`point(${centre?.lng ?? 0}::float8, ${centre?.lat ?? 0}::float8)`;
  const towns = place.towns
    ? sql`select ${own}, 1 as part from (${from} and ${place.towns} order by geo <-> ${point}, ${own} limit ${COUNT_LIMIT}) as near`
    : sql`select ${own}, 1 as part from ${sql(source.table)} where false`;
  const areas = place.areas
    ? sql`union all select ${own}, 2 from (${from} and ${place.areas} order by ${own} limit ${COUNT_LIMIT}) as around`
    : sql``;
  return sql`select ${own} from (${towns} ${areas}) as parts order by part limit ${COUNT_LIMIT}`;
}

import type { Fragment, Sql } from '#db/client.server';
import type { TownMatch } from '~/lib/places.server';
import { type Cursor, decodeCursor, encodeCursor } from './cursor';
import { anywhere, distanceKm, type PlaceFilter } from './filters.server';
import type { Sort } from './query';

export const PAGE_SIZE = 20;
/** Counts above this are told as "1,000+", and no more rows than this are ranked. */
export const COUNT_LIMIT = 1000;
/** Where a text alone finds more than that, so many of them are ranked. */
const RANKED_OF_MANY = 300;

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
  /** How many rows the text finds at the least, where that is all that was asked and too many to rank; else 0. */
  many: number;
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

/**
 * Ranks by fit or by distance: at most a thousand candidates, each looked up once with what its rank follows from; then
 * the few that are shown are read whole.
 */
function byScore(sql: Sql, request: ListRequest, cursor: Cursor | null): Fragment {
  const { source, columns, sort, tsquery, centre } = request;
  const own = sql(source.key);
  const fit = sql`(ts_rank('{0.05, 0.2, 0.4, 1.0}', tsv, to_tsquery('simple', ${tsquery ?? ''})) * 1000000)::int`;
  const near = centre
    ? sql`case when geo is null then -100000 else -round(${distanceKm(sql, centre)})::int end`
    : sql`0`;
  const key = typeof cursor?.key === 'number' ? cursor : null;
  return sql`
    with ranked as materialized (
      select ${own}, ${sort === 'near' ? near : fit} as sort_key, sort_name, sort_id
      from (${sort === 'near' ? nearest(sql, request) : fitting(sql, request)}) as candidates
    ),
    page as (
      select ${own}, sort_key, sort_id from ranked
      ${key ? sql`where sort_key < ${key.key}::int or (sort_key = ${key.key}::int and (sort_name, sort_id) > (${key.sortName}, ${key.id}))` : sql``}
      order by sort_key desc, sort_name, sort_id limit ${PAGE_SIZE + 1}
    )
    select ${columns}, sort_key, sort_name, sort_id from page join ${sql(source.table)} using (${own})
    order by sort_key desc, sort_name, sort_id`;
}

const candidate = (sql: Sql, { source }: ListRequest, by: 'tsv' | 'geo'): Fragment =>
  sql`${sql(source.key)}, ${sql(by)}, sort_name, ${sql(source.id)} as sort_id`;

/**
 * At most a thousand rows to rank by fit: those the text names first. Which of many are taken follows from their random
 * ids, so it favours no name and does not depend on how rows lie on the disk. Of very many only a range of ids is looked
 * at, wide enough to hold several times those that are wanted.
 */
function fitting(sql: Sql, request: ListRequest): Fragment {
  const { source, tsquery, many } = request;
  const own = sql(source.key);
  const most = many > 0 ? RANKED_OF_MANY : COUNT_LIMIT;
  const part = many > 0 ? sql`and ${own} < ${idAt((RANKED_OF_MANY * 4) / many)}::uuid` : sql``;
  const matching = (more: Fragment) => sql`
    select ${candidate(sql, request, 'tsv')} from ${sql(source.table)}
    where ${conditions(sql, request)} ${more} order by ${own} limit ${most}`;
  const names = sql`and to_tsvector('simple', sort_name) @@ to_tsquery('simple', ${tsquery ?? ''})`;
  return sql`
    select * from (
      select distinct on (${own}) * from (
        select *, 1 as part from (${matching(names)}) as named
        union all select *, 2 from (${matching(part)}) as others
      ) as parts order by ${own}, part
    ) as once order by part, ${own} limit ${most}`;
}

/** The id below which that share of all random ids lies. */
function idAt(share: number): string {
  const first = Math.min(0xffffffff, Math.floor(share * 2 ** 32));
  return `${first.toString(16).padStart(8, '0')}-ffff-ffff-ffff-ffffffffffff`;
}

/** At most a thousand rows to rank by distance: the nearest, and then those that tell only their region. */
function nearest(sql: Sql, request: ListRequest): Fragment {
  const { source, where, place, centre } = request;
  const own = sql(source.key);
  const from = sql`select ${candidate(sql, request, 'geo')} from ${sql(source.table)} where ${where}`;
  const point = sql`point(${centre?.lng ?? 0}::float8, ${centre?.lat ?? 0}::float8)`;
  const part = (conditions: Fragment, order: Fragment, number: Fragment) => sql`
    select *, ${number} as part from (${from} and ${conditions} order by ${order} limit ${COUNT_LIMIT}) as found`;
  const parts = [
    ...(place.towns ? [part(place.towns, sql`geo <-> ${point}, ${own}`, sql`1`)] : []),
    ...(place.areas ? [part(place.areas, sql`${own}`, sql`2`)] : []),
  ];
  const [first = part(sql`false`, sql`${own}`, sql`1`), second] = parts;
  return sql`
    select * from (${first} ${second ? sql`union all ${second}` : sql``}) as parts order by part limit ${COUNT_LIMIT}`;
}

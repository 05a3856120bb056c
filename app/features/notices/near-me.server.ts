import type { Fragment, Sql } from '#db/client.server';
import { asSelf } from '#db/self.server';
import type { SignedIn } from '~/auth/viewer';
import { allOf, anywhere, placeFilter } from '~/features/directory/filters.server';
import { placeLabels } from '~/features/directory/place-labels.server';
import { m } from '~/lib/paraglide/messages.js';
import { type PlaceMatch, regionByKey, townById } from '~/lib/places.server';
import { readAs } from '~/sharing/read.server';
import type { NoticeItem, NoticeReader, NoticeTopic } from './topics.server';

const NEAR_KM = 100;
const MOST = 5;

interface Placed {
  name: string;
  path: string;
  town_id: number | null;
  region_key: string | null;
  country: string | null;
}

/** Where the reader is and what they care about, from their own entry, shown to others or not. */
const ownFacts = (viewer: SignedIn) =>
  asSelf(viewer.personId, async (own) => {
    const [me] = await own<{ town: number | null; region: string | null }[]>`
      select town_id as town, region_key as region from core.people where id = ${viewer.personId}`;
    const interests = await own<{ id: number }[]>`select interest_id as id from core.person_interests`;
    return { town: me?.town ?? null, region: me?.region ?? null, interests: interests.map(({ id }) => id) };
  });

async function placeOf(sql: Sql, me: { town: number | null; region: string | null }): Promise<PlaceMatch | null> {
  if (me.town !== null) return townById(sql, me.town);
  return me.region ? regionByKey(sql, me.region) : null;
}

/** What makes a row near the reader, and what gives it an interest of theirs; null for a reader who named neither. */
async function reachOf(sql: Sql, viewer: SignedIn) {
  const me = await ownFacts(viewer);
  const place = await placeOf(sql, me);
  if (!place && me.interests.length === 0) return null;
  return {
    near: place ? sql`coalesce(${anywhere(sql, placeFilter(sql, place, NEAR_KM))}, false)` : sql`false`,
    shared: sql`coalesce(interest_ids && ${me.interests}::int[], false)`,
    common: sql`cardinality(array(select unnest(interest_ids) intersect select unnest(${me.interests}::int[])))`,
  };
}

/** Rows near the reader, or with an interest of theirs; the nearby ones and those with more in common first. */
async function fitting(reader: NoticeReader, table: 'people' | 'groups', id: string, fresh: (sql: Sql) => Fragment[]) {
  const sql = readAs(reader.viewer);
  const reach = await reachOf(sql, reader.viewer);
  if (!reach) return [];
  const rows = await sql<{ id: string }[]>`
    select ${sql(id)} as id from ${sql(table)}
    where ${allOf(sql, fresh(sql))} and (${reach.near} or ${reach.shared})
    order by (${reach.near})::int desc, ${reach.common} desc, sort_name, ${sql(id)} limit ${MOST}`;
  return rows.map((row) => row.id);
}

async function asItems(sql: Sql, rows: Placed[], locale: string): Promise<NoticeItem[]> {
  const places = await placeLabels(sql, rows, locale);
  return rows.map((row) => ({ title: row.name, detail: places(row), path: row.path }));
}

/**
 * New people near the reader or with an interest of theirs. Who is new is read from the month that they show the reader
 * themselves; whoever shows none is not told of. To be told of says all three of them: whoever takes one back while the
 * letter waits is left out of it.
 */
export const NEW_PEOPLE: NoticeTopic = {
  key: 'new-people',
  title: m.notices_people_title,
  text: m.notices_people_text,
  kinds: ['weekly', 'never'],
  usual: 'weekly',
  find: (reader, since, told) =>
    fitting(reader, 'people', 'person_id', (sql) => [
      sql`joined_month >= date_trunc('month', ${since.toISOString().slice(0, 10)}::date)`,
      sql`not imported`,
      sql`person_id <> ${reader.viewer.personId}`,
      sql`not (person_id = any(${[...told]}::uuid[]))`,
    ]),
  show: async ({ viewer, locale }, ids) => {
    const sql = readAs(viewer);
    const reach = await reachOf(sql, viewer);
    if (!reach) return [];
    const rows = await sql<Placed[]>`
      select name, '/people/' || handle as path, town_id, region_key, country from people
      where person_id = any(${[...ids]}::uuid[]) and joined_month is not null and (${reach.near} or ${reach.shared})
      order by sort_name, handle`;
    return asItems(sql, rows, locale);
  },
};

/** New member groups near the reader or with an interest of theirs. */
export const NEW_GROUPS: NoticeTopic = {
  key: 'new-groups',
  title: m.notices_groups_title,
  text: m.notices_groups_text,
  kinds: ['at_once', 'weekly', 'never'],
  usual: 'weekly',
  find: (reader, since, told) =>
    fitting(reader, 'groups', 'group_id', (sql) => [
      sql`standing = 'member' and listed_on >= ${since.toISOString().slice(0, 10)}::date`,
      sql`not (group_id = any(${[...told]}::uuid[]))`,
    ]),
  show: async ({ viewer, locale }, ids) => {
    const sql = readAs(viewer);
    const rows = await sql<Placed[]>`
      select name, '/groups/' || slug as path, town_id, region_key, country from groups
      where group_id = any(${[...ids]}::uuid[]) order by sort_name, slug`;
    return asItems(sql, rows, locale);
  },
};

import type { PendingQuery, Row, Sql } from 'postgres';
import { levenshtein } from '../text';
import type { Area } from './areas.server';
import { type TownMatch, townLabel } from './match';
import { nameVariants } from './names';

/** A town and the folded name it was found by; `alias` when that is another name than its own. */
export type Town = TownMatch & { matched: string; alias: boolean };

type TownRow = Omit<Town, 'kind' | 'label'>;
type Fragment = PendingQuery<Row[]>;

const MOST = 1000;
const columns = (sql: Sql) => sql`p.id, p.name, p.folded, p.country, p.region_key, p.population, p.lat, p.lng`;

async function towns(sql: Sql, locale: string, hits: Fragment): Promise<Town[]> {
  const rows = await sql<TownRow[]>`
    select p.id, p.name, p.region_key as "regionKey", r.name as "regionName", p.country,
      coalesce(c.names ->> ${locale}, c.name) as "countryName", p.lat, p.lng, p.population, p.matched, p.alias
    from (${hits}) p left join ref.region r on r.key = p.region_key join ref.country c on c.code = p.country
    order by p.population desc, p.id`;
  return rows.map((row) => ({ kind: 'town', ...row, label: townLabel(row.name, row.regionName, row.countryName) }));
}

/** Towns with exactly one of these folded names or aliases, the most populous first. */
export function townsNamed(sql: Sql, names: string[], locale: string): Promise<Town[]> {
  const spellings = [...new Set(names.flatMap(nameVariants))];
  const hits = sql`
    select ${columns(sql)}, p.folded as matched, false as alias from ref.place p where p.folded = any(${spellings})
    union all
    select ${columns(sql)}, a.folded, true
    from ref.place_alias a join ref.place p on p.id = a.place_id where a.folded = any(${spellings})
    order by population desc limit ${MOST}`;
  return towns(sql, locale, hits);
}

function inAreas(sql: Sql, areas: Area[] | null): Fragment {
  if (!areas) return sql``;
  const regions = areas.flatMap((area) => (area.kind === 'region' ? [area.key] : []));
  const countries = areas.flatMap((area) => (area.kind === 'country' ? [area.code] : []));
  return sql`and (p.region_key = any(${regions}) or p.country = any(${countries}))`;
}

/** Towns whose folded name or alias begins so, the most populous first; short beginnings look at large towns first. */
export async function townsStarting(
  sql: Sql,
  prefix: string,
  options: { limit: number; locale: string; areas?: Area[] | null },
): Promise<Town[]> {
  const { limit, locale, areas = null } = options;
  const end = `${prefix}\u{10ffff}`;
  const find = (larger: Fragment) =>
    towns(
      sql,
      locale,
      sql`(select ${columns(sql)}, p.folded as matched, false as alias from ref.place p
        where p.folded ~>=~ ${prefix} and p.folded ~<~ ${end} ${larger} ${inAreas(sql, areas)}
        order by population desc limit ${limit})
        union all
        (select ${columns(sql)}, a.folded, true
        from ref.place_alias a join ref.place p on p.id = a.place_id
        where a.folded ~>=~ ${prefix} and a.folded ~<~ ${end} ${inAreas(sql, areas)} limit ${limit})`,
    );
  const steps = [sql`and population > 200000`, sql`and population > 15000`, sql``];
  const first = areas || prefix.length > 3 ? 2 : prefix.length > 1 ? 1 : 0;
  for (const larger of steps.slice(first)) {
    const found = await find(larger);
    if (found.length >= limit || larger === steps[2]) return found;
  }
  return [];
}

/** Towns whose name is a slip or two away: among those of the areas, or else among towns above 15,000 people. */
export async function townsLike(
  sql: Sql,
  name: string,
  options: { limit: number; locale: string; areas?: Area[] | null },
): Promise<Town[]> {
  const slips = name.length < 4 ? 0 : name.length < 6 ? 1 : 2;
  if (slips === 0) return [];
  const { limit, locale, areas = null } = options;
  const [head, tail] = [name.slice(0, 2), name.slice(-2)];
  const candidates = await sql<{ id: number; folded: string; population: number }[]>`
    select id, folded, population from ref.place p
    where length(folded) between ${name.length - slips} and ${name.length + slips}
      and (left(folded, 2) = ${head} or right(folded, 2) = ${tail})
      ${areas ? inAreas(sql, areas) : sql`and population > 15000`}`;
  const near = candidates
    .map((town) => ({ ...town, distance: levenshtein(name, town.folded, slips) }))
    .filter((town) => town.distance <= slips)
    .sort((a, b) => a.distance - b.distance || b.population - a.population)
    .slice(0, limit);
  const order = new Map(near.map((town, index) => [town.id, index]));
  const ids = [...order.keys()];
  if (ids.length === 0) return [];
  const found = await townsById(sql, ids, locale);
  return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

export function townsById(sql: Sql, ids: number[], locale: string): Promise<Town[]> {
  return towns(
    sql,
    locale,
    sql`select ${columns(sql)}, p.folded as matched, false as alias from ref.place p where p.id = any(${ids})`,
  );
}

/** The town of a US ZIP code. */
export async function townOfPostalCode(sql: Sql, code: string, locale: string): Promise<Town | null> {
  const rows = await sql<{ id: number }[]>`
    select place_id as id from ref.postal_code where country = 'US' and code = ${code}`;
  const [town] = rows[0] ? await townsById(sql, [rows[0].id], locale) : [];
  return town ?? null;
}

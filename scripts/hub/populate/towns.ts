import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { StoredPlace } from '~/sharing/records';
import type { Random } from '../../demo/random';
import { weighted } from './skew';

/** Where made-up people live: the larger towns of some countries, large ones more often. */
const COUNTRIES = ['US', 'AU', 'MX', 'CA', 'GB', 'CO', 'KE', 'IN', 'FR', 'BR'];
const TOWNS = 3000;

/** Gives the places that people and groups are put in. */
export async function townDrawer(db: Transaction, random: Random): Promise<() => StoredPlace> {
  const towns = await db.execute<{ [key in keyof StoredPlace]: StoredPlace[key] } & { weight: number }>(sql`
    select p.id as "townId", p.region_key as "regionKey", p.country, p.lat, p.lng, p.name as "townName",
      r.name as "regionName", c.names as "countryNames",
      power(p.population::float8, 0.7) * case p.country when 'US' then 8 when 'AU' then 4 else 1 end as weight
    from ref.place p left join ref.region r on r.key = p.region_key join ref.country c on c.code = p.country
    where p.country in ${COUNTRIES} order by weight desc, p.id limit ${TOWNS}`);
  const places = towns.map(({ weight: _, ...place }) => place);
  return weighted(
    random,
    places,
    towns.map((town) => town.weight),
  );
}

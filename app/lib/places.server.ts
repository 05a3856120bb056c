import type { Sql } from 'postgres';
import { boxesAround, haversineKm, normalisePoint } from './geo';
import { withoutWorkings } from './places/find.server';
import type { PlaceMatch, RegionMatch, TownMatch } from './places/match';
import { townsById } from './places/towns.server';

export { type FindOptions, findPlaces } from './places/find.server';
export type { CountryMatch, PlaceMatch, RegionMatch, TownMatch } from './places/match';
export { type PlaceCells, resolvePlace } from './places/resolve.server';
export { suggestPlaces } from './places/suggest.server';

const asTown = (match: PlaceMatch | undefined) => (match?.kind === 'town' ? match : null);

export async function townById(sql: Sql, id: number, locale = 'en'): Promise<TownMatch | null> {
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) return null;
  const [town] = await townsById(sql, [id], locale);
  return town ? asTown(withoutWorkings(town)) : null;
}

export async function regionByKey(sql: Sql, key: string, locale = 'en'): Promise<RegionMatch | null> {
  const [row] = await sql<{ key: string; name: string; country: string; countryName: string }[]>`
    select r.key, r.name, r.country, coalesce(c.names ->> ${locale}, c.name) as "countryName"
    from ref.region r join ref.country c on c.code = r.country where r.key = ${key}`;
  if (!row) return null;
  const { countryName, ...region } = row;
  return { kind: 'region', ...region, label: `${region.name}, ${countryName}` };
}

/** The town nearest to a point and its distance; null for a point that is none, or with no town within 500 km. */
export async function nearestTown(
  sql: Sql,
  lat: number,
  lng: number,
  locale = 'en',
): Promise<{ town: TownMatch; km: number } | null> {
  const point = normalisePoint(lat, lng);
  if (!point) return null;
  for (const reach of [25, 100, 500]) {
    const boxes = boxesAround(point, reach);
    const within = boxes.map(
      (box) => sql`select id, lat, lng from ref.place
        where geo <@ box(point(${box.west}, ${box.south}), point(${box.east}, ${box.north}))`,
    );
    const rows = await sql<{ id: number; lat: number; lng: number }[]>`
      ${within[0] ?? sql``} ${within[1] ? sql`union all ${within[1]}` : sql``}`;
    const [nearest] = rows
      .map((row) => ({ id: row.id, km: haversineKm(point, row) }))
      .filter((row) => row.km <= reach)
      .sort((a, b) => a.km - b.km);
    const town = nearest && (await townById(sql, nearest.id, locale));
    if (town) return { town, km: nearest.km };
  }
  return null;
}

import type { Sql } from 'postgres';
import type { CountryMatch, RegionMatch } from './match';
import { nameVariants } from './names';

export type Area = (RegionMatch | CountryMatch) & { population: number; matched: string };

/** GeoNames lists these as countries; people write them as states of the country they belong to. */
const TERRITORIES: Record<string, string> = { PR: 'US', GU: 'US', VI: 'US', AS: 'US', MP: 'US' };

interface AreaRow {
  matched: string;
  regionKey: string | null;
  regionName: string | null;
  country: string;
  countryName: string;
  population: number;
}

function toArea(row: AreaRow): Area {
  const { matched, regionKey, regionName, country, countryName } = row;
  const population = Number(row.population);
  if (regionKey === null || regionName === null) {
    return { kind: 'country', code: country, name: countryName, label: countryName, population, matched };
  }
  const label = `${regionName}, ${countryName}`;
  return { kind: 'region', key: regionKey, name: regionName, country, label, population, matched };
}

/** Regions and countries with exactly one of these folded names, under their spelling; each asked name has its own entry. */
export async function areasNamed(sql: Sql, names: string[], locale: string): Promise<Map<string, Area[]>> {
  const spellings = [...new Set(names.flatMap(nameVariants))];
  const rows = await sql<AreaRow[]>`
    with hit as (
      select folded as matched, key as region_key, null as country from ref.region where folded = any(${spellings})
      union
      select folded, region_key, country from ref.place_alias where folded = any(${spellings}) and place_id is null
    )
    select h.matched, r.key as "regionKey", r.name as "regionName", c.code as country,
      coalesce(c.names ->> ${locale}, c.name) as "countryName", coalesce(r.population, c.population) as population
    from hit h left join ref.region r on r.key = h.region_key
    join ref.country c on c.code = coalesce(r.country, h.country)`;
  const areas = rows.map(toArea);
  return new Map(
    names.map((name) => {
      const variants = new Set(nameVariants(name));
      return [name, areas.filter((area) => variants.has(area.matched))];
    }),
  );
}

/** Regions and countries whose folded name, or another name of theirs, begins so; the most populous first. */
export async function areasStarting(sql: Sql, prefix: string, limit: number, locale: string): Promise<Area[]> {
  const end = `${prefix}\u{10ffff}`;
  const rows = await sql<AreaRow[]>`
    with hit as (
      select key as region_key, null as country from ref.region where folded ~>=~ ${prefix} and folded ~<~ ${end}
      union
      select region_key, country from ref.place_alias
      where folded ~>=~ ${prefix} and folded ~<~ ${end} and place_id is null
    )
    select '' as matched, r.key as "regionKey", r.name as "regionName", c.code as country,
      coalesce(c.names ->> ${locale}, c.name) as "countryName", coalesce(r.population, c.population) as population
    from hit h left join ref.region r on r.key = h.region_key
    join ref.country c on c.code = coalesce(r.country, h.country)
    order by population desc limit ${limit}`;
  return rows.map(toArea);
}

export function areaHolds(area: Area, place: { regionKey?: string | null; country: string }): boolean {
  if (area.kind === 'region') return area.key === place.regionKey;
  return area.code === place.country || TERRITORIES[place.country] === area.code;
}

/** Whether one area lies in the other, or they are one. */
export function areaWithin(inner: Area, outer: Area): boolean {
  if (inner.kind === 'country') return outer.kind === 'country' && areaHolds(outer, { country: inner.code });
  return areaHolds(outer, { regionKey: inner.key, country: inner.country });
}

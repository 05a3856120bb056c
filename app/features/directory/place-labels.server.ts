import type { Sql } from '#db/client.server';
import { townLabel } from '~/lib/places/match';
import { perRevision } from '~/sharing/revision.server';

interface Placed {
  town_id: number | null;
  region_key: string | null;
  country: string | null;
}

const MOST = 20_000;

/** Names of places read so far. */
const knownNames = perRevision(async () => new Map<string, string>());

const keysOf = ({ town_id, region_key, country }: Placed, locale: string): string[] => [
  ...(town_id === null ? [] : [`town ${town_id}`]),
  ...(region_key === null ? [] : [`region ${region_key}`]),
  ...(country === null ? [] : [`country ${locale} ${country}`]),
];

async function readNames(sql: Sql, names: Map<string, string>, rows: Placed[], locale: string): Promise<void> {
  const unknown = rows.filter((row) => keysOf(row, locale).some((key) => !names.has(key)));
  if (unknown.length === 0) return;
  if (names.size > MOST) names.clear();
  const towns = rows.flatMap((row) => row.town_id ?? []);
  const regions = rows.flatMap((row) => row.region_key ?? []);
  const countries = rows.flatMap((row) => row.country ?? []);
  const named = await sql<{ key: string; name: string }[]>`
    select 'town ' || id as key, name from ref.place where id = any(${towns}::int[])
    union all select 'region ' || key, name from ref.region where key = any(${regions}::text[])
    union all select 'country ' || ${locale} || ' ' || code, coalesce(names ->> ${locale}, name)
      from ref.country where code = any(${countries}::text[])`;
  for (const { key, name } of named) names.set(key, name);
}

/** Reads what the rows' towns, regions and countries are called, and gives the label of each row's place. */
export async function placeLabels(sql: Sql, rows: Placed[], locale: string): Promise<(row: Placed) => string | null> {
  const names = await knownNames(sql);
  await readNames(sql, names, rows, locale);
  const labels = new Map(rows.map((row) => [row, labelOf(names, row, locale)]));
  return (row) => labels.get(row) ?? labelOf(names, row, locale);
}

function labelOf(names: Map<string, string>, { town_id, region_key, country }: Placed, locale: string): string | null {
  const countryName = names.get(`country ${locale} ${country}`) ?? null;
  const region = names.get(`region ${region_key}`) ?? null;
  const town = town_id === null ? null : (names.get(`town ${town_id}`) ?? null);
  if (town) return townLabel(town, region, countryName ?? '').replace(/, $/, '');
  return region && countryName && region !== countryName ? `${region}, ${countryName}` : (region ?? countryName);
}

import type { LatLng } from '../geo';
import { fold } from '../text';

export interface TownMatch extends LatLng {
  kind: 'town';
  /** GeoNames' number. */
  id: number;
  name: string;
  regionKey: string | null;
  regionName: string | null;
  country: string;
  countryName: string;
  population: number;
  label: string;
}

export interface RegionMatch {
  kind: 'region';
  /** Country code, hyphen, GeoNames' admin1 code: US-IL. */
  key: string;
  name: string;
  country: string;
  label: string;
}

export interface CountryMatch {
  kind: 'country';
  code: string;
  name: string;
  label: string;
}

export type PlaceMatch = TownMatch | RegionMatch | CountryMatch;

/** "Lismore, New South Wales, Australia"; a region that repeats the town or the country is left out: "Zürich, Switzerland". */
export function townLabel(name: string, regionName: string | null, countryName: string): string {
  const repeats = regionName === null || [name, countryName].some((other) => fold(other) === fold(regionName));
  const names = repeats ? [name, countryName] : [name, regionName, countryName];
  return [...new Set(names)].join(', ');
}

export function placeKey(match: PlaceMatch): string {
  if (match.kind === 'town') return `town ${match.id}`;
  return match.kind === 'region' ? `region ${match.key}` : `country ${match.code}`;
}

/** A place as a form sends it back: "town:2160063", "region:AU-02", "country:AU". */
export function placeValue(match: PlaceMatch): string {
  if (match.kind === 'town') return `town:${match.id}`;
  return match.kind === 'region' ? `region:${match.key}` : `country:${match.code}`;
}

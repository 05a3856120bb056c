import type { Fragment, Sql } from '#db/client.server';
import { boxesAround, type LatLng } from '~/lib/geo';
import type { PlaceMatch } from '~/lib/places.server';

/** Kilometres between a row's town and a centre. */
export const distanceKm = (sql: Sql, centre: LatLng): Fragment => sql`
  (2 * 6371.0088 * asin(least(1, sqrt(
    sin(radians(geo[1] - ${centre.lat}::float8) / 2) ^ 2
    + cos(radians(${centre.lat}::float8)) * cos(radians(geo[1])) * sin(radians(geo[0] - ${centre.lng}::float8) / 2) ^ 2))))`;

/** Where rows have to be: `towns` by a town of theirs, `areas` by the region they tell and no town; one of the two may be missing. */
export interface PlaceFilter {
  towns: Fragment | null;
  areas: Fragment | null;
}

/** Rows that are there in either way. */
export const anywhere = (sql: Sql, { towns, areas }: PlaceFilter): Fragment =>
  towns && areas ? sql`(${towns} or ${areas})` : (towns ?? areas ?? sql`true`);

/**
 * Near a town: towns by distance, and whoever tells only their region if the town lies in it. In a region or country: by
 * containment. Never by the middle of a region.
 */
export function placeFilter(sql: Sql, place: PlaceMatch, within: number): PlaceFilter {
  if (place.kind === 'region') return { towns: null, areas: sql`region_key = ${place.key}` };
  if (place.kind === 'country') return { towns: null, areas: sql`country = ${place.code}` };
  const boxes = boxesAround(place, within).map(
    (box) =>
      sql`geo <@ box(point(${box.west}::float8, ${box.south}::float8), point(${box.east}::float8, ${box.north}::float8))`,
  );
  const inBox = boxes[1] ? sql`(${boxes[0] ?? sql`false`} or ${boxes[1]})` : (boxes[0] ?? sql`false`);
  return {
    towns: sql`(${inBox} and ${distanceKm(sql, place)} <= ${within})`,
    areas: place.regionKey ? sql`(town_id is null and region_key = ${place.regionKey})` : null,
  };
}

/** All of the conditions, or none. */
export const allOf = (sql: Sql, conditions: Fragment[]): Fragment =>
  conditions.reduce((whole, condition) => sql`${whole} and ${condition}`, sql`true`);

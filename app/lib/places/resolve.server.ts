import type { Sql } from 'postgres';
import { fold } from '../text';
import { type Area, areaHolds, areasNamed, areaWithin } from './areas.server';
import { withoutWorkings } from './find.server';
import { type PlaceMatch, placeKey } from './match';
import { nameVariants, readings, saysNoPlace, splitPostalCode, withoutNumbers } from './names';
import { type Town, townOfPostalCode, townsNamed } from './towns.server';

/** Cells of a table as volunteers filled them in. */
export interface PlaceCells {
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
}

/** How much larger the largest of several towns of one name must be to be meant without a region. */
const CLEARLY_LARGER = 5;

/**
 * The one place that cells name, or null: it never guesses. A city must exist in the region and country beside it and be
 * the only one, or clearly the largest; cells without a known name ("N/A", "Global") are passed over; several countries
 * are no place. To place a row by its region when its city is unknown, ask again without the city.
 */
export async function resolvePlace(sql: Sql, cells: PlaceCells, locale = 'en'): Promise<PlaceMatch | null> {
  const country = await areaOfCell(sql, cells.country, locale);
  if (country === 'several') return null;
  const region = await areaOfCell(sql, cells.region, locale);
  const areas = [country, region].filter((each): each is Area[] => Array.isArray(each));
  const [narrow, conflict] = narrowest(areas, country ? 'country' : 'region');
  if (conflict) return null;
  const city = one(cells.city);
  if (city) return townOfCells(sql, city, cells.postalCode, areas, locale);
  const town = await townOfCode(sql, cells.postalCode, areas, locale);
  if (town) return withoutWorkings(town);
  return narrow ? withoutWorkings(narrow) : null;
}

/** A cell's text unless it is empty, says that there is no place, or holds several values. */
function one(cell: string | null | undefined): string | null {
  const text = cell?.trim() ?? '';
  return saysNoPlace(fold(text)) || severalValues(text).length > 1 ? null : text;
}

function severalValues(text: string): string[] {
  return text.split(/[;|/\n&]|\s(?:and|y)\s/i).filter((part) => fold(part));
}

/** What a region or country cell names: null if nothing known, 'several' if more than one place. */
async function areaOfCell(
  sql: Sql,
  cell: string | null | undefined,
  locale: string,
): Promise<Area[] | 'several' | null> {
  const text = (cell ?? '').slice(0, 200).trim();
  const folded = fold(text);
  if (saysNoPlace(folded)) return null;
  const parts = text
    .split(/[;|/\n&,]|\s(?:and|y)\s/i)
    .map(fold)
    .filter((part) => !saysNoPlace(part));
  const named = await areasNamed(sql, [folded, ...parts], locale);
  const whole = named.get(folded) ?? [];
  if (whole.length > 0) return whole;
  const known = parts.map((part) => named.get(part) ?? []).filter((areas) => areas.length > 0);
  if (severalValues(text).length > 1) return 'several';
  if (known.length < 2) return known[0] ?? null;
  const [narrow, conflict] = narrowest(known, 'country');
  return conflict || !narrow ? 'several' : [narrow];
}

/**
 * The one area that lies in some area of every cell, and whether the cells contradict each other. "Georgia" beside
 * "United States" is the state; alone it is of the kind its column says.
 */
function narrowest(cells: Area[][], alone: Area['kind']): [Area | null, boolean] {
  if (cells.length === 0) return [null, false];
  const fitting = cells
    .flat()
    .filter((area) => cells.every((others) => others.some((other) => areaWithin(area, other))));
  if (fitting.length === 0) return [null, true];
  const meant = fitting.filter((area) => area.kind === (cells.length > 1 ? 'region' : alone));
  const left = meant.length > 0 ? meant : fitting;
  return [new Set(left.map(placeKey)).size === 1 ? (left[0] ?? null) : null, false];
}

async function townOfCells(
  sql: Sql,
  city: string,
  postalCode: string | null | undefined,
  cells: Area[][],
  locale: string,
): Promise<PlaceMatch | null> {
  const { rest, code } = splitPostalCode(city);
  const ways = [...readings(rest || city), ...readings(withoutNumbers(city))];
  const [named, towns] = await Promise.all([
    areasNamed(sql, [...new Set(ways.flatMap((way) => way.contexts))], locale),
    townsNamed(sql, [...new Set(ways.map((way) => way.name))], locale),
  ]);
  for (const way of ways) {
    const contexts = way.contexts.map((context) => named.get(context) ?? []);
    if (contexts.some((areas) => areas.length === 0)) continue;
    const within = [...contexts, ...cells];
    const spellings = new Set(nameVariants(way.name));
    const fitting = towns.filter((town) => spellings.has(town.matched) && withinAll(town, within));
    const chosen = clearest(fitting, within);
    if (chosen) return withoutWorkings(chosen);
    if (fitting.length > 0) return null;
  }
  const town = await townOfCode(sql, postalCode ?? code, cells, locale);
  return town ? withoutWorkings(town) : null;
}

function clearest(towns: Town[], within: Area[][]): Town | null {
  const [alias] = towns.filter((town) => town.alias);
  const distinct = towns.filter((town, index) => towns.findIndex((other) => other.id === town.id) === index);
  const [largest, second] = distinct;
  if (alias) return alias;
  if (!largest || !second) return largest ?? null;
  const regionKnown = within.some(
    (areas) => areas.length > 0 && areas.every((area) => area.kind === 'region' || areas.length > 1),
  );
  const sameRegion = distinct.every((town) => town.regionKey === largest.regionKey);
  if (regionKnown && sameRegion) return largest;
  return largest.population >= CLEARLY_LARGER * Math.max(1, second.population) ? largest : null;
}

function withinAll(town: Town, cells: Area[][]): boolean {
  return cells.every((areas) => areas.some((area) => areaHolds(area, town)));
}

/** The town of a ZIP code, where the other cells say that it is one of the United States. */
async function townOfCode(
  sql: Sql,
  postalCode: string | null | undefined,
  cells: Area[][],
  locale: string,
): Promise<Town | null> {
  const code = /^\s*(\d{4,5})(?:-\d{4})?\s*$/.exec(postalCode ?? '')?.[1]?.padStart(5, '0');
  if (!code || cells.length === 0) return null;
  const town = await townOfPostalCode(sql, code, locale);
  return town && withinAll(town, cells) ? town : null;
}

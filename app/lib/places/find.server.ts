import type { Sql } from 'postgres';
import { fold } from '../text';
import { type Area, areaHolds, areasNamed, areasStarting } from './areas.server';
import { type PlaceMatch, placeKey } from './match';
import { nameVariants, type Reading, readings, saysNoPlace, splitPostalCode, withoutNumbers } from './names';
import { type Town, townOfPostalCode, townsLike, townsNamed, townsStarting } from './towns.server';

export interface FindOptions {
  /** 8 unless said. */
  limit?: number;
  /** Language of country names: en (unless said) or es. */
  locale?: string;
}

interface Ranked {
  match: Town | Area;
  tier: number;
}

/**
 * The places a free text may mean, best first: exact names before beginnings before misspellings, then the larger one.
 * "Springfield, Illinois", "Chicago IL", "60601", "Australia"; nothing for "Global" and its like.
 */
export async function findPlaces(sql: Sql, text: string, options: FindOptions = {}): Promise<PlaceMatch[]> {
  const { limit = 8, locale = 'en' } = options;
  if (saysNoPlace(fold(text))) return [];
  const { rest, code } = splitPostalCode(text);
  if (code) {
    const named = rest ? await findPlaces(sql, rest, options) : [];
    if (named.length > 0) return named;
    const town = await townOfPostalCode(sql, code, locale);
    return town ? plain([{ match: town, tier: 0 }], limit) : [];
  }
  const ways = readings(text);
  const [whole] = ways;
  if (!whole) return [];
  const areas = await areasNamed(sql, [...new Set(ways.flatMap((way) => [way.name, ...way.contexts]))], locale);
  await completeLast(sql, ways, areas, locale);
  const known = ways.filter((way) => way.contexts.every((context) => areas.get(context)?.length));
  const exact = await exactMatches(sql, known, areas, locale);
  if (exact.length >= limit) return plain(exact, limit);
  const started = await startingMatches(sql, known, areas, { limit, locale });
  const found = [...exact, ...started];
  if (found.length > 0) return plain(found, limit);
  const wordsOnly = withoutNumbers(text);
  if (wordsOnly) return findPlaces(sql, wordsOnly, options);
  return plain(await misspelt(sql, known, areas, { limit, locale }), limit);
}

/** A last context that is no full name counts as the beginning of one: "Springfield, Ill". */
async function completeLast(sql: Sql, ways: Reading[], areas: Map<string, Area[]>, locale: string): Promise<void> {
  const last = ways[0]?.contexts.at(-1);
  if (last && !areas.get(last)?.length) areas.set(last, await areasStarting(sql, last, 20, locale));
}

async function exactMatches(sql: Sql, ways: Reading[], areas: Map<string, Area[]>, locale: string): Promise<Ranked[]> {
  const found = await townsNamed(sql, [...new Set(ways.map((way) => way.name))], locale);
  return ways.flatMap((way) => {
    const spellings = new Set(nameVariants(way.name));
    const contexts = way.contexts.map((context) => areas.get(context) ?? []);
    const towns = found.filter((town) => spellings.has(town.matched) && withinAll(town, contexts));
    const named = (areas.get(way.name) ?? []).filter((area) => withinAll(placed(area), contexts));
    return rankExact(towns, named, way.name);
  });
}

const placed = (area: Area) =>
  area.kind === 'region' ? { regionKey: area.key, country: area.country } : { country: area.code };

function withinAll(place: { regionKey?: string | null; country: string }, contexts: Area[][]): boolean {
  return contexts.every((context) => context.some((area) => areaHolds(area, place)));
}

/**
 * Written aliases ("New York") first, then countries, towns as large as the region of their name (São Paulo), regions,
 * other towns. A code of two or three letters is a region rather than a country: "CA", "GA".
 */
function rankExact(towns: Town[], areas: Area[], name: string): Ranked[] {
  const largest = areas.filter((area) => area.kind === 'region').sort((a, b) => b.population - a.population)[0];
  const isCode = name.length <= 3;
  const tierOfTown = (town: Town) => {
    if (town.alias) return 0;
    if (!largest) return areas.length > 0 && town.population < 1_000_000 ? 5 : 2;
    const share = town.population / Math.max(1, largest.population);
    return share > 0.5 || (share > 0.15 && placeKey(largest) === `region ${town.regionKey}`) ? 2 : 5;
  };
  const tierOfArea = (area: Area) => (area.kind === 'region' ? 3 : isCode ? 4 : 1);
  return [
    ...towns.map((match) => ({ match, tier: tierOfTown(match) })),
    ...areas.map((match) => ({ match, tier: tierOfArea(match) })),
  ];
}

async function startingMatches(
  sql: Sql,
  ways: Reading[],
  areas: Map<string, Area[]>,
  options: { limit: number; locale: string },
): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const way of ways.slice(0, 3)) {
    const context = way.contexts[0];
    const within = context ? (areas.get(context) ?? []) : null;
    const towns = await townsStarting(sql, way.name, { ...options, areas: within });
    const contexts = way.contexts.map((each) => areas.get(each) ?? []);
    ranked.push(...towns.filter((town) => withinAll(town, contexts)).map((match) => ({ match, tier: 6 })));
    if (within || way.name.length < 2) continue;
    const regions = await areasStarting(sql, way.name, options.limit, options.locale);
    ranked.push(...regions.map((match) => ({ match, tier: 6 })));
  }
  return ranked;
}

async function misspelt(
  sql: Sql,
  ways: Reading[],
  areas: Map<string, Area[]>,
  options: { limit: number; locale: string },
): Promise<Ranked[]> {
  for (const way of ways.slice(0, 3)) {
    const contexts = way.contexts.map((context) => areas.get(context) ?? []);
    const towns = await townsLike(sql, way.name, { ...options, areas: contexts[0] ?? null });
    const fitting = towns.filter((town) => withinAll(town, contexts));
    if (fitting.length > 0) return fitting.map((match, index) => ({ match, tier: 7 + index / 1000 }));
  }
  return [];
}

/** Whole regions and countries weigh a tenth of their people beside towns, so that "new" offers New York City first. */
const weight = ({ match, tier }: Ranked) =>
  match.kind === 'town' || tier < 6 ? match.population : match.population / 10;

function plain(ranked: Ranked[], limit: number): PlaceMatch[] {
  const seen = new Set<string>();
  return [...ranked]
    .sort((a, b) => a.tier - b.tier || weight(b) - weight(a))
    .filter(({ match }) => !seen.has(placeKey(match)) && seen.add(placeKey(match)))
    .slice(0, limit)
    .map(({ match }) => withoutWorkings(match));
}

/** A match as others may see it, without how it was found. */
export function withoutWorkings(match: Town | Area): PlaceMatch {
  if (match.kind === 'town') {
    const { alias: _alias, matched: _matched, ...town } = match;
    return town;
  }
  const { population: _population, matched: _matched, ...area } = match;
  return area;
}

import type { Sql } from 'postgres';
import { fold } from '../text';
import { areasNamed, areasStarting } from './areas.server';
import { type FindOptions, findPlaces, withoutWorkings } from './find.server';
import { type PlaceMatch, placeKey } from './match';
import { saysNoPlace } from './names';
import { townsNamed, townsStarting } from './towns.server';

/** The places someone may be about to type, best first. Cheaper than `findPlaces`: no splitting without a comma, no misspellings. */
export async function suggestPlaces(sql: Sql, prefix: string, options: FindOptions = {}): Promise<PlaceMatch[]> {
  const { limit = 8, locale = 'en' } = options;
  const text = prefix.slice(0, 100);
  const folded = fold(text);
  if (saysNoPlace(folded)) return [];
  if (text.includes(',') || /\d/.test(text)) return findPlaces(sql, text, options);
  const [named, started, exactAreas, areas] = await Promise.all([
    townsNamed(sql, [folded], locale),
    townsStarting(sql, folded, { limit, locale }),
    areasNamed(sql, [folded], locale),
    folded.length > 1 ? areasStarting(sql, folded, limit, locale) : [],
  ]);
  const aliases = named.filter((town) => town.alias);
  const countries = (exactAreas.get(folded) ?? []).filter((area) => folded.length > 3 || area.kind === 'region');
  const rest = [
    ...[...named, ...started].map((match) => ({ match, weight: match.population })),
    ...areas.map((match) => ({ match, weight: match.population / 10 })),
  ].sort((a, b) => b.weight - a.weight);
  const found = [...aliases, ...countries, ...rest.map(({ match }) => match)];
  if (found.length === 0) return folded.includes(' ') ? findPlaces(sql, text, options) : [];
  const seen = new Set<string>();
  return found
    .filter((match) => !seen.has(placeKey(match)) && seen.add(placeKey(match)))
    .slice(0, limit)
    .map(withoutWorkings);
}

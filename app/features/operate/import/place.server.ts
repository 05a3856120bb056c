import type { Sql } from '#db/client.server';
import { type PlaceMatch, resolvePlace } from '~/lib/places.server';
import type { Draft, Said } from './draft.server';
import { mayBeTown, namedPlace } from './place-words';

export interface Placing {
  match: PlaceMatch | null;
  /** The words the place was looked for by, as they stand in the file; empty if the file gives none. */
  words: string;
  /** What the place was found by; null for the columns of town, region and country together. */
  foundIn: Said | null;
  /** A town that is not known, within a larger area that is. */
  unknownTown: string | null;
}

/** What a row says of where it is. */
export type PlaceWords = Pick<Draft, 'cells' | 'place' | 'scope'>;

type Lookup = (cells: Parameters<typeof resolvePlace>[1]) => Promise<PlaceMatch | null>;

/** Places rows by what their cells say, asking for each wording once. `sql` may be any role's: places hold no person. */
export function placeFinder(sql: Sql): (draft: PlaceWords) => Promise<Placing> {
  const asked = new Map<string, Promise<PlaceMatch | null>>();
  const lookup: Lookup = (cells) => {
    const key = JSON.stringify(cells);
    const found = asked.get(key) ?? resolvePlace(sql, cells);
    asked.set(key, found);
    return found;
  };
  return (draft) => placeRow(lookup, draft);
}

async function placeRow(lookup: Lookup, { cells, place, scope }: PlaceWords): Promise<Placing> {
  const words = [cells.city, cells.region, cells.postalCode, cells.country].filter(Boolean).join(', ');
  if (words) {
    const match = await lookup(cells);
    if (match) return { match, words, foundIn: null, unknownTown: null };
    const area = cells.city && (cells.region || cells.country) ? await lookup({ ...cells, city: null }) : null;
    return { match: area, words, foundIn: null, unknownTown: area ? cells.city : null };
  }
  for (const said of place) {
    const match = await placeOfText(lookup, namedPlace(said.text));
    if (match) return { match, words: said.text, foundIn: said, unknownTown: null };
  }
  const [foundIn = null] = [...place, ...scope.filter(({ column }) => /regi[oó]n/i.test(column)), ...scope];
  return { match: null, words: foundIn?.text ?? '', foundIn, unknownTown: null };
}

/** One cell in free words: a country before a region before a town, because the larger is meant when nothing else is said. */
async function placeOfText(lookup: Lookup, text: string): Promise<PlaceMatch | null> {
  const area = (await lookup({ country: text })) ?? (text.length > 3 ? await lookup({ region: text }) : null);
  // "Toronto, Ontario" names Ontario too: the town in it is meant.
  const town = mayBeTown(text) && (!area || text.includes(',')) ? await lookup({ city: text }) : null;
  return town ?? area;
}

import type { Sql } from '#db/client.server';
import { findPlaces, type PlaceMatch } from '~/lib/places.server';
import { fold } from '~/lib/text';

/** What a typed place was taken for, and others of the same name. */
export interface PlaceReading {
  place: PlaceMatch | null;
  others: string[];
}

/** Reads the place of a search; `place` is null where nothing of that name is known. */
export async function readPlace(sql: Sql, text: string, locale: string): Promise<PlaceReading | null> {
  if (!text) return null;
  const [place = null, ...others] = await findPlaces(sql, text, { limit: 5, locale });
  const namesakes = others.filter((each) => fold(each.name) === fold(place?.name ?? ''));
  return { place, others: namesakes.map((each) => each.label) };
}

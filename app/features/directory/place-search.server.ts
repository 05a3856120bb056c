import type { Sql } from '#db/client.server';
import { findPlaces, type PlaceMatch } from '~/lib/places.server';
import { fold } from '~/lib/text';
import { perRevision } from '~/sharing/revision.server';

/** What a typed place was taken for, and others of the same name. */
export interface PlaceReading {
  place: PlaceMatch | null;
  others: string[];
}

const MOST = 1000;

/** What texts were read as so far: the places of the world change only with their edition. */
const knownReadings = perRevision(async () => new Map<string, PlaceReading>());

/** Reads the place of a search; `place` is null where nothing of that name is known. */
export async function readPlace(sql: Sql, text: string, locale: string): Promise<PlaceReading | null> {
  if (!text) return null;
  const known = await knownReadings(sql);
  const key = `${locale} ${text}`;
  if (known.size >= MOST) known.clear();
  const reading = known.get(key) ?? (await findReading(sql, text, locale));
  known.set(key, reading);
  return reading;
}

async function findReading(sql: Sql, text: string, locale: string): Promise<PlaceReading> {
  const [place = null, ...others] = await findPlaces(sql, text, { limit: 5, locale });
  const namesakes = others.filter((each) => fold(each.name) === fold(place?.name ?? ''));
  return { place, others: namesakes.map((each) => each.label) };
}

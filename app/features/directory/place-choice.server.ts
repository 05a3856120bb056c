import type { Sql } from '#db/client.server';
import { placeValue } from '~/lib/places/match';
import { findPlaces, type PlaceMatch, regionByKey, resolvePlace, townById } from '~/lib/places.server';
import { fold } from '~/lib/text';
import { placeLabels } from './place-labels.server';

/** Columns of a person or group that say where it is. */
export interface PlaceColumns {
  townId: number | null;
  regionKey: string | null;
  country: string | null;
}

export interface PlaceCandidate {
  value: string;
  label: string;
}

/** What a form says of a place: typed words, and perhaps one that was picked while typing or from a list after. */
export interface TypedPlace {
  text: string;
  /** Value of the suggestion that was picked; it counts only while the text still says it. */
  picked?: string;
  /** The text that candidates were offered for, and the one chosen of them. */
  asked?: string;
  answer?: string;
}

export type PlaceReading = { kind: 'known'; columns: PlaceColumns } | { kind: 'ask'; candidates: PlaceCandidate[] };

const NOWHERE: PlaceColumns = { townId: null, regionKey: null, country: null };

/** A stored place as a form names it: "town:2160063", "region:AU-02", "country:AU"; empty if nowhere. */
export function columnsValue({ townId, regionKey, country }: PlaceColumns): string {
  if (townId !== null) return `town:${townId}`;
  return regionKey ? `region:${regionKey}` : country ? `country:${country}` : '';
}

function columnsOf(match: PlaceMatch): PlaceColumns {
  if (match.kind === 'town') return { townId: match.id, regionKey: match.regionKey, country: match.country };
  if (match.kind === 'region') return { townId: null, regionKey: match.key, country: match.country };
  return { townId: null, regionKey: null, country: match.code };
}

async function columnsOfValue(sql: Sql, value: string): Promise<PlaceColumns | null> {
  const [, kind, key = ''] = /^(town|region|country):([\w.-]{1,40})$/.exec(value) ?? [];
  if (kind === 'town') return asColumns(await townById(sql, Number(key)));
  if (kind === 'region') return asColumns(await regionByKey(sql, key));
  if (kind !== 'country') return null;
  const [row] = await sql`select 1 from ref.country where code = ${key}`;
  return row ? { ...NOWHERE, country: key } : null;
}

const asColumns = (match: PlaceMatch | null) => (match ? columnsOf(match) : null);

/** Where a person or group is, in words; empty if nowhere. `sql` may be any role's. */
export async function placeText(sql: Sql, place: PlaceColumns, locale: string): Promise<string> {
  const match =
    place.townId !== null
      ? await townById(sql, place.townId, locale)
      : place.regionKey && (await regionByKey(sql, place.regionKey, locale));
  if (match) return match.label;
  const row = { town_id: null, region_key: null, country: place.country };
  return (await placeLabels(sql, [row], locale))(row) ?? '';
}

/**
 * The place a form means: what was picked, else the one place its words name without doubt; otherwise the places they may
 * mean, which are none for words that name nothing known.
 */
export async function readTypedPlace(sql: Sql, typed: TypedPlace, locale: string): Promise<PlaceReading> {
  const text = typed.text.slice(0, 200);
  if (!fold(text)) return { kind: 'known', columns: NOWHERE };
  const answered = typed.answer && typed.asked === typed.text ? await columnsOfValue(sql, typed.answer) : null;
  if (answered) return { kind: 'known', columns: answered };
  const picked = typed.picked ? await columnsOfValue(sql, typed.picked) : null;
  if (picked && fold(await placeText(sql, picked, locale)) === fold(text)) return { kind: 'known', columns: picked };
  const found = await findPlaces(sql, text, { limit: 6, locale });
  // A suggestion may be worded otherwise than the place is shown; its own words still mean it.
  const meant =
    found.find((match) => placeValue(match) === typed.picked && fold(match.label) === fold(text)) ??
    (await withoutDoubt(sql, text, found, locale));
  if (meant) return { kind: 'known', columns: columnsOf(meant) };
  return { kind: 'ask', candidates: found.map((match) => ({ value: placeValue(match), label: match.label })) };
}

/** The only place of exactly these words; of towns the clearly largest; the one region or country that outranks towns of its name. */
async function withoutDoubt(sql: Sql, text: string, found: PlaceMatch[], locale: string): Promise<PlaceMatch | null> {
  const exact = found.filter((match) => [match.label, match.name].some((name) => fold(name) === fold(text)));
  const [first] = exact;
  const areas = exact.filter((match) => match.kind !== 'town');
  if (first && (exact.length === 1 || (first.kind !== 'town' && areas.length === 1))) return first;
  return first && first.kind !== 'town' ? null : resolvePlace(sql, { city: text }, locale);
}

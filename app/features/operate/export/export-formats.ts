import { BOM, csvRow } from '~/lib/csv-cells';
import type { ExportedGroup, ExportedTerm } from './export-rows.server';

/** Column names that `hub import groups` knows by itself come first; it passes the others over. */
const GROUP_COLUMNS: readonly [string, (group: ExportedGroup) => string | number | null][] = [
  ['ID', (group) => group.slug],
  ['Name', (group) => group.name],
  ['Abbreviation', (group) => group.abbreviation],
  ['Overview', (group) => group.purpose],
  ['Activities', (group) => group.activities],
  ['Website', (group) => group.website],
  ['Links', (group) => group.links.map(({ url }) => url).join('\n')],
  ['City', (group) => group.town],
  ['State', (group) => group.region],
  ['Country', (group) => group.country],
  ['Place', (group) => (group.country ? null : group.place)],
  ['Address', (group) => group.streetAddress],
  ['Email', (group) => group.email],
  // The semicolon at the end keeps a comma within a topic from parting it.
  ['Topics', ({ topics }) => topics.map(({ label }) => `${label};`).join(' ')],
  ['Standing', (group) => group.standing],
  ['Listed on', (group) => group.listedOn],
  ['Last confirmed', (group) => group.confirmed],
  ['Latitude', (group) => group.point?.lat ?? null],
  ['Longitude', (group) => group.point?.lng ?? null],
  ['People shown to everyone', (group) => group.people],
];

type Groups = AsyncIterable<ExportedGroup>;

export async function* groupsAsCsv(groups: Groups): AsyncGenerator<string> {
  yield BOM + csvRow(GROUP_COLUMNS.map(([name]) => name));
  for await (const group of groups) yield csvRow(GROUP_COLUMNS.map(([, cell]) => cell(group)));
}

/** Items as the members of a JSON array, within a frame. */
async function* asArray(before: string, items: AsyncIterable<unknown>, after: string): AsyncGenerator<string> {
  yield before;
  let separator = '\n';
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield after;
}

export const groupsAsJson = (groups: Groups): AsyncGenerator<string> => asArray('{"groups":[', groups, '\n]}\n');

async function* features(groups: Groups): AsyncGenerator<object> {
  for await (const { point, ...properties } of groups) {
    if (!point) continue;
    yield { type: 'Feature', geometry: { type: 'Point', coordinates: [point.lng, point.lat] }, properties };
  }
}

/** RFC 7946: groups that name a town, at the fixed point of the town. */
export const groupsAsGeoJson = (groups: Groups): AsyncGenerator<string> =>
  asArray('{"type":"FeatureCollection","features":[', features(groups), '\n]}\n');

export function* termsAsCsv(terms: readonly ExportedTerm[]): Generator<string> {
  yield BOM + csvRow(['Kind', 'ID', 'Slug', 'English', 'Spanish', 'No longer offered', 'Merged into']);
  for (const { kind, id, slug, labels, retired, mergedInto } of terms)
    yield csvRow([kind, id, slug, labels.en, labels.es, retired ? 'yes' : 'no', mergedInto]);
}

export function* termsAsJson(terms: readonly ExportedTerm[]): Generator<string> {
  yield `${JSON.stringify({ topics: terms }, null, 1)}\n`;
}

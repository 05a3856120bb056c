import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportFile, exportMyGroup } from '~/features/operate/export/export-file.server';
import { exportedGroups } from '~/features/operate/export/export-rows.server';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { command } from '~/sharing/command.server';
import { rebuildProjections } from '~/sharing/verify.server';
import { demoGroups } from '../../../scripts/demo/groups';
import { seededRandom } from '../../../scripts/demo/random';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';

useHub();

const operator = asMember({ can: ['operator'] });
/** The text as it was sent: reading a response as text would drop its first mark. */
const textOf = async (response: Promise<Response>) =>
  Buffer.from(await (await response).arrayBuffer()).toString('utf8');
const groupsCsv = () => textOf(exportFile(operator, 'groups.csv'));
const table = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

let lead: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  const { interests } = await makeTerms({ interests: ['Water, soil and air', 'Housing'] });
  for (const { input } of demoGroups(seededRandom(7))) await makeGroup({ ...input, interestIds: [interests[0]] });
  const sums = await makeGroup({
    name: '=1+1',
    purpose: "'=SUM(A1)",
    activities: '-two\n\nlines, with "quotes"',
    interestIds: [...interests],
    placeText: 'Somewhere along the creek',
    links: [{ url: 'https://a.example.org/' }, { url: 'https://b.example.org/x?y=1,2' }],
  });
  await makeGroup({ name: 'Shy Group', email: 'shy@example.org' }, {}, { 'group.profile': 'steward' });
  lead = await makePerson({ name: 'Lena Lead' }, { 'person.name': 'public', 'person.position': 'public' });
  await join(lead.id, sums.id, { leads: true });
});

/** What a group says of itself, without what an import makes anew. */
async function said(): Promise<object[]> {
  const all: { name: string }[] = [];
  for await (const { slug, standing, listedOn, confirmed, people, links, streetAddress, ...group } of exportedGroups(
    operator,
  ))
    all.push({ ...group, ...{ links: links.map(({ url }) => url) } });
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe('the table of groups', () => {
  it('holds what the operator may see, and nobody', async () => {
    const csv = await groupsCsv();
    expect(csv.startsWith('\ufeffID,Name,')).toBe(true);
    expect(csv).not.toContain('Shy Group');
    expect(csv).not.toContain('Lena');
    expect(table(csv).find((row) => row.ID === '1-1')).toMatchObject({
      'People shown to everyone': '1',
      Standing: 'member',
    });
  });

  it('has no cell that a spreadsheet takes for a formula', async () => {
    const cells = table(await groupsCsv()).flatMap((row) => Object.entries(row));
    const numbers = new Set(['Latitude', 'Longitude', 'People shown to everyone']);
    expect(cells.filter(([name, cell]) => !numbers.has(name) && /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('gives the same groups when it is imported again', async () => {
    const before = await said();
    const csv = await groupsCsv();
    await command(async ({ db }) => void (await db.execute('delete from core.groups')));
    await rebuildProjections();
    const report = await importGroups(
      { kind: 'system', reason: 'import' },
      { fileName: 'ours.csv', content: Buffer.from(csv) },
    );
    expect(report.rows.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
    expect(await said()).toEqual(before);
  });
});

describe('the other files', () => {
  it('are JSON and GeoJSON of the same groups, with points only where a town is named', async () => {
    const { groups } = JSON.parse(await textOf(exportFile(operator, 'groups.json')));
    const { type, features } = JSON.parse(await textOf(exportFile(operator, 'groups.geojson')));
    const placed = groups.filter((group: { point: unknown }) => group.point);
    expect([type, features.length]).toEqual(['FeatureCollection', placed.length]);
    expect(groups.length).toBeGreaterThan(placed.length);
    expect(features[0].geometry.coordinates).toEqual([placed[0].point.lng, placed[0].point.lat]);
  });
  it('hold the vocabularies with their numbers', async () => {
    const rows = table(await textOf(exportFile(operator, 'topics.csv')));
    expect(rows.map(({ Kind, English }) => [Kind, English])).toContainEqual(['interest', 'Housing']);
  });
  it.each([
    'people.csv',
    'topics.geojson',
    'groups.exe',
    'groups',
    'groups.csv.json',
    '__proto__.csv',
    'groups.toString',
  ])('do not include %s', async (file) =>
    expect(await textOf(exportFile(operator, file)).catch((error: Error) => error.name)).toBe('DomainError'),
  );
});

describe('the file of a lead', () => {
  const asLead = () => asMember({ personId: lead.id });
  it('holds what everyone sees of their own group', async () => {
    const group = await makeGroup({ name: 'Own Group', email: 'own@example.org' });
    await join(lead.id, group.id, { leads: true });
    const [row] = table(await textOf(exportMyGroup(asLead(), group.slug, 'csv')));
    expect(row).toMatchObject({ Name: 'Own Group', Email: '' });
  });
  it.each<[string, () => string, string]>([
    ['another group', () => 'shy-group', 'json'],
    ['no group', () => 'no-such-group', 'json'],
    ['no format', () => 'own-group', 'exe'],
  ])('is not there for %s', async (_what, slug, format) => {
    const refused = await exportMyGroup(asLead(), slug(), format).catch((error: Error) => error.name);
    expect(refused).toBe('DomainError');
  });
});

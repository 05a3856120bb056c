import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findPlaces,
  nearestTown,
  type PlaceMatch,
  regionByKey,
  resolvePlace,
  suggestPlaces,
  townById,
} from '~/lib/places.server';
import { testDatabase } from '../../setup/database';

let database: Awaited<ReturnType<typeof testDatabase>>;
let sql: Sql;

beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.urls.reader_public, { max: 2 });
});

afterAll(async () => {
  await sql.end();
  await database.drop();
});

const shown = (match: PlaceMatch | null | undefined) =>
  match ? (match.kind === 'town' ? match.label : `${match.label} (${match.kind})`) : null;
const first = async (text: string) => shown((await findPlaces(sql, text))[0]);

describe('the first place found for a text', () => {
  test.each([
    ['Lismore', 'Lismore, New South Wales, Australia'],
    ['Lismore, NSW', 'Lismore, New South Wales, Australia'],
    ['lismore nsw australia', 'Lismore, New South Wales, Australia'],
    ['Lismore, New South Wales, Australia', 'Lismore, New South Wales, Australia'],
    ['Byron Bay NSW 2481', 'Byron Bay, New South Wales, Australia'],
    ['Chicago IL', 'Chicago, Illinois, United States'],
    ['Chicago, IL 60601', 'Chicago, Illinois, United States'],
    ['60601', 'Chicago, Illinois, United States'],
    ['60601-1234', 'Chicago, Illinois, United States'],
    ['Springfield, Illinois, United States', 'Springfield, Illinois, United States'],
    ['Springfield, Ill', 'Springfield, Illinois, United States'],
    ['New York', 'New York City, New York, United States'],
    ['NYC', 'New York City, New York, United States'],
    ['Washington', 'Washington, D.C., District of Columbia, United States'],
    ['Washington, D.C.', 'Washington, D.C., District of Columbia, United States'],
    ['São Paulo', 'São Paulo, Brazil'],
    ['sao paulo', 'São Paulo, Brazil'],
    ['st paul, mn', 'Saint Paul, Minnesota, United States'],
    ['Saint Louis', 'St. Louis, Missouri, United States'],
    ['Paris, Texas', 'Paris, Texas, United States'],
    ['Londres', 'London, England, United Kingdom'],
    ['San Juan, PR, USA', 'San Juan, Puerto Rico'],
    ['Oakland, CA', 'Oakland, California, United States'],
    ['Toronto, CA', 'Toronto, Ontario, Canada'],
    ['Illinois', 'Illinois, United States (region)'],
    ['Ontario', 'Ontario, Canada (region)'],
    ['N.S.W.', 'New South Wales, Australia (region)'],
    ['England', 'England, United Kingdom (region)'],
    ['Australia', 'Australia (country)'],
    ['Mexico', 'Mexico (country)'],
    ['Brasil', 'Brazil (country)'],
    ['U.S.', 'United States (country)'],
    ['USA', 'United States (country)'],
    ['uk', 'United Kingdom (country)'],
    ['Palestine', 'Palestinian Territories (country)'],
    ['byron b', 'Byron Bay, New South Wales, Australia'],
    ['Chcago', 'Chicago, Illinois, United States'],
    ['Lismre, NSW', 'Lismore, New South Wales, Australia'],
  ])('%j is %j', async (text, label) => {
    expect(await first(text)).toBe(label);
  });

  test.each([
    'Global',
    'N/A',
    'online',
    '',
    '  ',
    '%',
    '_',
    '\u0000',
    "'; drop table ref.place; --",
    '99999',
    'x'.repeat(10_000),
  ])('%j is no place', async (text) => {
    expect(await findPlaces(sql, text)).toEqual([]);
  });

  test('Georgia is the country and the state', async () => {
    const found = await findPlaces(sql, 'Georgia');
    expect(found.slice(0, 2).map(shown)).toEqual(['Georgia (country)', 'Georgia, United States (region)']);
  });

  test('a place is listed once, and at most as many as asked for', async () => {
    const found = await findPlaces(sql, 'Springfield', { limit: 5 });
    expect(found).toHaveLength(5);
    expect(new Set(found.map(shown)).size).toBe(5);
  });
});

describe('cells of an import', () => {
  test.each([
    [{ city: 'Chicago', region: 'IL', country: 'U.S' }, 'Chicago, Illinois, United States'],
    [{ city: 'Chicago, IL, USA' }, 'Chicago, Illinois, United States'],
    [{ city: 'Chicago', country: 'Turtle Island' }, 'Chicago, Illinois, United States'],
    [{ city: 'Washington, DC', country: 'USA' }, 'Washington, D.C., District of Columbia, United States'],
    [{ city: 'DC' }, 'Washington, D.C., District of Columbia, United States'],
    [{ city: 'New York', region: 'New York', country: 'United States' }, 'New York City, New York, United States'],
    [{ city: 'St. Paul', region: 'MN' }, 'Saint Paul, Minnesota, United States'],
    [{ city: 'London', country: 'Canada' }, 'London, Ontario, Canada'],
    [{ city: 'London' }, 'London, England, United Kingdom'],
    [{ city: 'San Juan', region: 'PR', country: 'US' }, 'San Juan, Puerto Rico'],
    [{ city: 'Springfield', region: 'Illinois' }, 'Springfield, Illinois, United States'],
    [{ city: 'Springfield', country: 'US' }, null],
    [{ city: 'Lismore', region: 'NSW', country: 'USA' }, null],
    [{ city: 'Nowhereville', region: 'IL', country: 'US' }, null],
    [{ city: 'N/A', country: 'USA' }, 'United States (country)'],
    [{ city: 'Chicago; Detroit', country: 'US' }, 'United States (country)'],
    [{ region: 'Georgia' }, 'Georgia, United States (region)'],
    [{ region: 'Georgia', country: 'USA' }, 'Georgia, United States (region)'],
    [{ country: 'Georgia' }, 'Georgia (country)'],
    [{ region: 'Ontario', country: 'United States' }, null],
    [{ country: 'Korea, Republic of' }, 'South Korea (country)'],
    [{ country: 'Trinidad and Tobago' }, 'Trinidad & Tobago (country)'],
    [{ country: 'England' }, 'England, United Kingdom (region)'],
    [{ postalCode: '60601', country: 'US' }, 'Chicago, Illinois, United States'],
    [{ postalCode: '2139', region: 'Massachusetts' }, 'Boston, Massachusetts, United States'],
    [{ postalCode: '60601' }, null],
    [{ postalCode: '60601', country: 'Germany' }, 'Germany (country)'],
    [{ country: 'Global' }, null],
    [{ country: 'Brazil; Colombia' }, null],
    [{ country: 'Brazil, Colombia' }, null],
    [{ city: null, region: '', country: undefined }, null],
  ])('%j is %j', async (cells, label) => {
    expect(shown(await resolvePlace(sql, cells))).toBe(label);
  });
});

describe('suggestions while typing', () => {
  test.each([
    ['chic', 'Chicago, Illinois, United States'],
    ['lism', 'Lismore, New South Wales, Australia'],
    ['new', 'New York City, New York, United States'],
    ['austr', 'Australia (country)'],
    ['illi', 'Illinois, United States (region)'],
    ['us', 'United States (country)'],
    ['springfield, il', 'Springfield, Illinois, United States'],
    ['st lou', 'St. Louis, Missouri, United States'],
  ])('%j offers %j first', async (prefix, label) => {
    const [best] = await suggestPlaces(sql, prefix);
    expect(shown(best)).toBe(label);
  });

  test('Spanish names are found and said in Spanish', async () => {
    const [country] = await suggestPlaces(sql, 'alem', { locale: 'es' });
    expect(shown(country)).toBe('Alemania (country)');
    const [town] = await suggestPlaces(sql, 'nueva yor', { locale: 'es', limit: 3 });
    expect(shown(town)).toBe('New York City, New York, Estados Unidos');
  });

  test('nothing typed offers nothing', async () => {
    expect(await suggestPlaces(sql, ' ')).toEqual([]);
  });
});

describe('known places', () => {
  test('a town by its number', async () => {
    expect(await townById(sql, 2160063, 'es')).toMatchObject({
      kind: 'town',
      name: 'Lismore',
      regionKey: 'AU-02',
      country: 'AU',
    });
    expect(await townById(sql, 1)).toBeNull();
    expect(await townById(sql, 2 ** 40)).toBeNull();
  });

  test('a region by its key', async () => {
    expect(await regionByKey(sql, 'US-IL', 'es')).toEqual({
      kind: 'region',
      key: 'US-IL',
      name: 'Illinois',
      country: 'US',
      label: 'Illinois, Estados Unidos',
    });
    expect(await regionByKey(sql, 'XX-1')).toBeNull();
  });

  test.each([
    ['in a town', -28.81, 153.28, 'Lismore'],
    ['across the antimeridian', -16.9, -179.95, 'Labasa'],
    ['far out at sea', -48, -123, undefined],
    ['no point', Number.NaN, 0, undefined],
  ])('the town nearest to a point %s', async (_where, lat, lng, name) => {
    expect((await nearestTown(sql, lat, lng))?.town.name).toBe(name);
  });
});

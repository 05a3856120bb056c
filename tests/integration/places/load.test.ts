import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPlaces } from '#db/places.server';
import { testDatabase } from '../../setup/database';

let database: Awaited<ReturnType<typeof testDatabase>>;
let owner: Sql;

beforeAll(async () => {
  database = await testDatabase();
  owner = postgres(database.urls.owner, { max: 2, onnotice: () => undefined });
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('every table of the gazetteer is filled, and aliases and ZIP codes lead to something', async () => {
  const [count] = await owner`select
    (select count(*)::int from ref.country) as countries, (select count(*)::int from ref.region) as regions,
    (select count(*)::int from ref.place) as places, (select count(*)::int from ref.postal_code) as codes`;
  expect(count).toEqual({ countries: 250, regions: 3865, places: 135_194, codes: 33_086 });
  const strays = await owner`
    select a.folded from ref.place_alias a
    left join ref.place p on p.id = a.place_id left join ref.region r on r.key = a.region_key
    left join ref.country c on c.code = a.country where num_nonnulls(p.id, r.key, c.code) <> 1
    union all select code from ref.postal_code z where not exists (select from ref.place p where p.id = z.place_id)`;
  expect(strays).toHaveLength(0);
});

test('places that are loaded already are left alone, without a word', async () => {
  const said: string[] = [];
  await loadPlaces(owner, (line) => said.push(line));
  expect(said).toEqual([]);
});

test('another edition is loaded over the old one by one of two starting at once; a town that left the files stays', async () => {
  await owner`update ref.dataset set sha256 = 'older'`;
  await owner`update ref.place set name = 'Old name' where id = 4887398`;
  await owner`insert into ref.place (id, name, folded, country, population, lat, lng) values (1, 'Gone', 'gone', 'US', 5, 1, 2)`;
  await owner`insert into ref.place_alias (folded, country) values ('obsolete', 'US')`;
  const second = postgres(database.urls.owner, { max: 1, onnotice: () => undefined });
  const said: string[] = [];
  try {
    await Promise.all([owner, second].map((sql) => loadPlaces(sql, (line) => said.push(line))));
  } finally {
    await second.end();
  }
  const rows = await owner`select name from ref.place where id in (1, 4887398) order by id`;
  expect(rows.map((row) => row.name)).toEqual(['Gone', 'Chicago']);
  expect(await owner`select from ref.place_alias where folded = 'obsolete'`).toHaveLength(0);
  expect(said.filter((line) => line.endsWith('places are loaded.'))).toHaveLength(1);
});

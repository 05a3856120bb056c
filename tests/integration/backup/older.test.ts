import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackup } from '#db/backup/read.server';
import { restoreBackup } from '#db/backup/restore.server';
import { HUB_SCHEMAS } from '#db/backup/tables';
import { applyMigrations, shippedMigrations } from '#db/migrations.server';
import { addressHash } from '~/auth/tombstones.server';
import { appendTombstones } from '~/auth/tombstones-file.server';
import { appendDelisted } from '~/features/operate/import/delisted-file.server';
import { loadEnv } from '~/lib/env.server';
import { compilePolicy } from '~/sharing/compile-policy.server';
import { isSound, verifyLedger } from '~/sharing/ledger/verify-ledger.server';
import policy from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { verifyProjections } from '~/sharing/verify.server';
import { type TestDatabase, testDatabase } from '../../setup/database';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { asOwner, backupOf, startOn, useFolder } from './support';

useHub();
const { file, path } = useFolder();
let old: TestDatabase;
let fresh: TestDatabase;
const [ana, bo, cyd] = [randomUUID(), randomUUID(), randomUUID()];
const [far, near] = [randomUUID(), randomUUID()];

/** A hub as the first version of the software made it. */
async function makeOld(): Promise<void> {
  const sql = postgres(old.urls.owner, { max: 1, onnotice: () => undefined });
  await sql.begin(async (transaction) => {
    await transaction.unsafe(`drop schema ${HUB_SCHEMAS.join(', ')} cascade`);
    await applyMigrations(transaction, shippedMigrations().slice(0, 2));
    const { sha256 } = compilePolicy(policy, REGISTRY);
    await transaction`insert into ref.policies (version, document, sha256, in_force) values (1, ${policy}, ${sha256}, true)`;
    await transaction.unsafe(`
      insert into ref.country (code, name, names, population) values ('QQ', 'Lost Country', '{"en":"Lost Country"}', 1);
      insert into ref.place (id, name, folded, country, population, lat, lng) values
        (999999001, 'Gone From The Files', 'gone', 'QQ', 10, 1, 2), (999999002, 'Nobody Lives Here', 'nobody', 'QQ', 10, 1, 2);
      insert into core.people (id, handle, standing, name, town_id) values
        ('${ana}', 'ana', 'member', 'Ana', 999999001), ('${bo}', 'bo', 'member', 'Bo', null), ('${cyd}', 'cyd', 'member', 'Cyd', null);
      insert into core.accounts (person_id, email, created_at) values
        ('${ana}', 'ana@example.org', '2026-01-01'), ('${bo}', 'bo@example.org', '2026-01-01');
      insert into core.sharing_grants (subject_id, subject, category, audience, words_sha256, policy_sha256)
        select id, 'person', 'person.name', 'public', '', '${sha256}' from core.people;
      insert into core.groups (id, slug, standing, name) values
        ('${far}', 'far', 'listed', 'Far Group'), ('${near}', 'near', 'listed', 'Near Group');
      insert into ref.interests (slug, labels) values ('rivers', '{"en":"Rivers"}');`);
  });
  await sql.end();
}

beforeAll(async () => {
  old = await testDatabase();
  fresh = await testDatabase();
  await makeOld();
  await backupOf(old.urls, file('old'));
});
afterAll(() => Promise.all([old.drop(), fresh.drop()]));

it('brings a backup of an older version to the newest schema, and keeps away who was erased since, and what was removed', async () => {
  const backup = await openBackup(file('old'), async () => '');
  await restoreBackup(fresh.urls.owner, backup, { replace: true, log: () => undefined, beforeCommit: () => undefined });
  loadEnv({ HUB_SECRET: TEST_SECRET, HUB_DATA_DIR: path, HUB_ORIGIN: 'http://localhost:3000' });
  appendTombstones([{ addressHash: addressHash('bo@example.org'), subjectKey: null, erasedAt: new Date() }]);
  appendDelisted([{ id: far, nameHash: '0'.repeat(64), hostHash: null, sourceHash: null, delistedAt: new Date() }]);
  const said: string[] = [];
  await startOn(fresh.urls, (line) => said.push(line));
  expect(said.shift()).toBe('Entered into the ledger of consents, as they are older than it: 3 choices.');
  expect(said[0]).toBe('Erased again, as they had asked after this backup was made: 1.');
  expect(said[1]).toBe('Groups removed again, as they had asked after this backup was made: 1.');
  expect(await asOwner(fresh.urls, 'select name from core.groups')).toEqual([{ name: 'Near Group' }]);
  const names = 'select name from proj_public.people order by name';
  expect(await asOwner(fresh.urls, names)).toEqual([{ name: 'Ana' }, { name: 'Cyd' }]);
  expect(await asOwner(fresh.urls, `select from core.people where id = '${bo}'`)).toEqual([]);
  expect(await verifyProjections()).toEqual([]);
  expect(isSound(await verifyLedger())).toBe(true);
  const applied = await asOwner<{ at: string }>(
    fresh.urls,
    'select created_at::text as at from drizzle.__drizzle_migrations order by 1',
  );
  expect(applied.map(({ at }) => Number(at))).toEqual(shippedMigrations().map(({ folderMillis }) => folderMillis));
});

it('keeps a town that someone lives in although the files no longer have it', async () => {
  const towns = 'select name from ref.place where id > 999999000 order by id';
  expect(await asOwner(fresh.urls, towns)).toEqual([{ name: 'Gone From The Files' }]);
});

it('gives new ids where the old hub stopped', async () => {
  const next = `insert into ref.interests (slug, labels) values ('forests', '{"en":"Forests"}') returning id`;
  expect(await asOwner(fresh.urls, next)).toEqual([{ id: 2 }]);
});

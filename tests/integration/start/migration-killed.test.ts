import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { testDatabase } from '../../setup/database';
import { ownerUrl, TEST_SECRET } from '../../setup/global';

const root = join(import.meta.dirname, '../../..');
const database = `killed_${randomBytes(6).toString('hex')}`;
let folder: string;
let owner: Sql;

const connect = (url: string) =>
  postgres(url, { max: 2, onnotice: () => undefined, connection: { application_name: 'test' } });
const here = () => ownerUrl(inject('superuserUrl'), database);

async function asSuperuser(statement: string): Promise<void> {
  const sql = connect(inject('superuserUrl'));
  await sql.unsafe(statement).finally(() => sql.end());
}

const migrate = (): ChildProcess =>
  spawn(process.execPath, [join(folder, 'migrate-child.js'), here(), TEST_SECRET], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** How many of the migrator's connections there are, and how many of them wait for a lock. */
const migrators = async () => {
  const [row] = await owner<{ connected: number; waiting: number }[]>`
    select count(*)::int as connected,
           (count(*) filter (where exists (select from pg_locks as lock where lock.pid = a.pid and not granted)))::int as waiting
      from pg_stat_activity as a
     where datname = ${database} and backend_type = 'client backend' and application_name <> 'test'`;
  return row;
};

/** Holds what the migration needs next, and kills it with -9 while it waits there. */
async function killAt(lock: string): Promise<void> {
  await owner.begin(async (held) => {
    await held.unsafe(lock);
    const child = migrate();
    await expect.poll(migrators, { timeout: 120_000, interval: 20 }).toMatchObject({ waiting: 1 });
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  // What the dead one left unfinished is rolled back before the next begins, which would wait for it elsewhere.
  await expect.poll(migrators, { timeout: 120_000, interval: 20 }).toEqual({ connected: 0, waiting: 0 });
}

const SHAPE = `
  select table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as line
    from information_schema.columns where table_schema in ('core', 'ref', 'proj_public', 'drizzle')
  union all select schemaname || '.' || indexname from pg_indexes where schemaname in ('core', 'ref', 'proj_public')
  union all select tgrelid::regclass::text || ' ' || tgname from pg_trigger where not tgisinternal
  union all select 'places ' || count(*) from ref.place union all select 'aliases ' || count(*) from ref.place_alias
  union all select 'migrations ' || count(*) from drizzle.__drizzle_migrations
  union all select 'policies ' || count(*) from pg_policies where schemaname = 'core'
  order by 1`;

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, `.cache/run-${process.pid}-killed-`));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '#db': join(root, 'db') } },
    build: { ssr: join(import.meta.dirname, 'migrate-child.ts'), outDir: folder, emptyOutDir: false, target: 'node20' },
  });
  await asSuperuser(`create database ${database} owner ${inject('template')}_owner`);
  owner = connect(here());
});

afterAll(async () => {
  await owner.end();
  await asSuperuser(`drop database ${database} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

it('ends in the right schema, wherever it was killed before', async () => {
  await killAt("select pg_advisory_xact_lock(hashtext('commonweave migrate'))");
  // Known to the migrator from here on, and locked: it runs its first file and cannot note that it did.
  await owner.unsafe(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  await killAt('lock table drizzle.__drizzle_migrations in share mode');
  expect(await owner`select from pg_namespace where nspname = 'core'`).toEqual([]);
  await killAt("select pg_advisory_xact_lock(hashtext('commonweave revision'))");
  await killAt("select pg_advisory_xact_lock(hashtext('commonweave places'))");
  await killAt('lock table ref.place_alias in share mode');
  expect(await owner`select from ref.place limit 1`).toEqual([]);
  await killAt("select pg_advisory_xact_lock(hashtext('commonweave roles'))");
  const [code] = await once(migrate(), 'exit');
  expect(code).toBe(0);
  const whole = await testDatabase();
  const sql = connect(whole.urls.owner);
  const wanted = await sql.unsafe(SHAPE).finally(() => sql.end());
  await whole.drop();
  expect(await owner.unsafe(SHAPE)).toEqual(wanted);
}, 600_000);

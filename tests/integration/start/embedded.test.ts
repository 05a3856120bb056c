import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCluster, type EmbeddedPostgres, removeDataFolder, startEmbedded } from '#db/embedded.server';

const root = join(import.meta.dirname, '../../..');
let base: string;
let program: string;
let dataDir: string;

const start = (folder = dataDir) => startEmbedded({ dataDir: folder, durable: false });
const serverPid = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function query<T>(server: EmbeddedPostgres, statement: string): Promise<T[]> {
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => undefined });
  return (await sql.unsafe(statement).finally(() => sql.end())) as unknown as T[];
}

async function answers(server: EmbeddedPostgres): Promise<boolean> {
  return query(server, 'select 1').then(
    () => true,
    () => false,
  );
}

async function startChild(): Promise<{ child: ChildProcess; port: number; startedHere: boolean }> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(String(line)) };
}

async function stopChild(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null) await once(child, 'exit');
}

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  base = mkdtempSync(join(root, `.cache/run-${process.pid}-start-`));
  dataDir = join(base, 'data');
  program = join(base, 'embedded-child.js');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '#db': join(root, 'db') } },
    build: {
      ssr: join(import.meta.dirname, 'embedded-child.ts'),
      outDir: base,
      emptyOutDir: false,
      target: 'node20',
    },
  });
});

afterAll(() => {
  removeDataFolder(dataDir);
  removeDataFolder(join(base, 'copy'));
  rmSync(base, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('is created once, keeps what was written, and keeps its password to its owner', async () => {
    const first = await start();
    await query(first, 'create table kept (n int)');
    await query(first, 'insert into kept values (1)');
    await first.stop();
    expect(await answers(first)).toBe(false);
    const second = await start();
    expect(await query(second, 'select n from kept')).toEqual([{ n: 1 }]);
    const settings = await query(
      second,
      `select current_setting('password_encryption') as password, datcollate as collation
      from pg_database where datname = 'postgres'`,
    );
    expect(settings).toEqual([{ password: 'scram-sha-256', collation: 'C' }]);
    expect(statSync(join(dataDir, 'postgres/superuser-password')).mode & 0o777).toBe(0o600);
    await second.stop();
  });

  it('listens on this machine only and refuses a wrong password', async () => {
    const server = await start();
    const [row] = await query<{ where: string }>(server, `select current_setting('listen_addresses') as where`);
    expect(row?.where).toBe('127.0.0.1');
    const wrong = { ...server, superuserUrl: server.superuserUrl.replace(/:[0-9a-f]+@/, ':wrong@') };
    expect(await answers(wrong)).toBe(false);
    await server.stop();
  });

  it('stays while anyone uses it and stops with the last', async () => {
    const first = await start();
    const second = await start();
    expect([first.startedHere, second.startedHere, second.port === first.port]).toEqual([true, false, true]);
    await first.stop();
    expect(await answers(second)).toBe(true);
    await second.stop();
    expect(await answers(second)).toBe(false);
  });

  it('is started by exactly one of several processes that start at once', async () => {
    const children = await Promise.all([startChild(), startChild(), startChild()]);
    expect(children.filter(({ startedHere }) => startedHere)).toHaveLength(1);
    expect(new Set(children.map(({ port }) => port)).size).toBe(1);
    await Promise.all(children.map(({ child }) => stopChild(child)));
  });

  it('is taken over from a process that was killed', async () => {
    const { child, port } = await startChild();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start();
    expect([server.port, server.startedHere]).toEqual([port, true]);
    await server.stop();
    expect(await answers(server)).toBe(false);
  });

  it('starts again after it was killed', async () => {
    const first = await start();
    process.kill(serverPid(), 'SIGKILL');
    const second = await start();
    expect(second.startedHere).toBe(true);
    expect(await query(second, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
    await first.stop();
  });

  it.each([
    ['a process that is gone', () => 2 ** 22 - 1],
    ['another process that was given the number', () => process.pid],
  ])('starts although its pid file names %s', async (_, pid) => {
    const file = join(dataDir, 'postgres/postmaster.pid');
    writeFileSync(file, `${pid()}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n\nready   \n`);
    const server = await start();
    expect(await answers(server)).toBe(true);
    await server.stop();
  });

  it('can be copied to another folder while it is stopped', async () => {
    const copy = join(base, 'copy');
    copyCluster(dataDir, copy);
    const server = await start(copy);
    await query(server, 'delete from kept');
    await server.stop();
    const original = await start();
    expect(await query(original, 'select n from kept')).toEqual([{ n: 1 }]);
    await original.stop();
  });
});

describe('what stands in the way of the database is told in one line', () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    ['a file in place of the folder', (folder) => writeFileSync(folder, ''), /a file where a folder is needed/],
    [
      'a folder that holds something else',
      (folder) => mkdirSync(join(folder, 'postgres/photos'), { recursive: true }),
      /is not a PostgreSQL database/,
    ],
    [
      'a database of another major version',
      (folder) => {
        mkdirSync(join(folder, 'postgres'), { recursive: true });
        writeFileSync(join(folder, 'postgres/PG_VERSION'), '16\n');
        writeFileSync(join(folder, 'postgres/superuser-password'), 'secret\n');
      },
      /was made by PostgreSQL 16, this version brings 18/,
    ],
    [
      'a database without its password',
      (folder) => {
        mkdirSync(join(folder, 'postgres'), { recursive: true });
        writeFileSync(join(folder, 'postgres/PG_VERSION'), '18\n');
      },
      /superuser-password is missing/,
    ],
  ])('%s', async (name, prepare, expected) => {
    const folder = join(base, name.replaceAll(' ', '-'));
    prepare(folder);
    const error = await start(folder).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'EmbeddedError', message: expect.stringMatching(expected) });
    expect((error as Error).message).not.toContain('\n');
  });
});

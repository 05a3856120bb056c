import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadEnv } from '~/lib/env.server';
import { registerMail } from '~/lib/mail/registry.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import { writerSql } from '../../../db/writer.server';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { KILLED_MAIL, killedMail } from './child-mail';

const root = join(import.meta.dirname, '../../..');
const hub = useHub();
const resend = new FakeResend();
let folder: string;
let address: string;

beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, `.cache/run-${process.pid}-mail-`));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '#db': join(root, 'db'), '#emails': join(root, 'emails'), '~': join(root, 'app') } },
    build: { ssr: join(import.meta.dirname, 'child.ts'), outDir: folder, emptyOutDir: false, target: 'node20' },
  });
  address = await resend.start();
  loadEnv({
    HUB_SECRET: TEST_SECRET,
    RESEND_API_KEY: 're_test',
    MAIL_FROM: 'Hub <hub@example.org>',
    RESEND_BASE_URL: address,
  });
  registerMail(KILLED_MAIL, killedMail);
});
afterAll(async () => {
  await resend.stop();
  rmSync(folder, { recursive: true, force: true });
});

function child(point: string) {
  const told = { point, urls: hub.database().urls, resend: address, secret: TEST_SECRET, dataDir: folder };
  const process_ = spawn(process.execPath, [join(folder, 'child.js'), JSON.stringify(told)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<string | null>((resolve) => process_.once('exit', (_, signal) => resolve(signal)));
  return { kill: () => process_.kill('SIGKILL'), ended };
}

/** What comes after a crash: the lease ends, and another worker takes the mail over. */
async function goOn() {
  resend.onStage = undefined;
  await writerSql()`update core.outbox set leased_until = null, run_at = now() where state = 'waiting'`;
  while ((await sendDueMail(0)) > 0);
}

const sentTo = (to: string) => resend.sent.filter(({ body }) => body.to === `${to}@example.org`).length;
const states = () => writerSql()`select distinct state from core.outbox`;

it.each(['committed', 'claimed', 'rendered', 'answered', 'none'])(
  'a mail is delivered once although its worker was killed: %s',
  async (point) => {
    expect(await child(point).ended).toBe(point === 'none' ? null : 'SIGKILL');
    await goOn();
    expect([sentTo(point), await states()]).toEqual([1, [{ state: 'sent' }]]);
  },
);

it('a mail whose change was not committed is neither kept nor sent', async () => {
  expect(await child('uncommitted').ended).toBe('SIGKILL');
  await goOn();
  expect(sentTo('uncommitted')).toBe(0);
});

it.each(['received', 'taken'] as const)(
  'a mail is delivered once although its worker was killed while the provider had it: %s',
  async (stage) => {
    const { kill, ended } = child(stage);
    resend.onStage = async (at) => {
      if (at !== stage) return;
      kill();
      await ended;
    };
    expect(await ended).toBe('SIGKILL');
    await goOn();
    expect([sentTo(stage), await states()]).toEqual([1, [{ state: 'sent' }]]);
  },
);

it('a mail is delivered once although its worker was killed while it wrote down that it was sent', async () => {
  const { kill, ended } = child('settling');
  const waitsForUs = async () =>
    (
      await writerSql()`select 1 from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`
    ).length;
  resend.onStage = (at, key) => {
    if (at !== 'taken') return;
    return new Promise<void>((locked) => {
      void writerSql().begin(async (sql) => {
        await sql`select 1 from core.outbox where id = ${key} for update`;
        locked();
        await expect.poll(waitsForUs, { timeout: 10_000 }).toBeGreaterThan(0);
        kill();
        await ended;
      });
    });
  };
  expect(await ended).toBe('SIGKILL');
  await goOn();
  expect([sentTo('settling'), await states()]).toEqual([1, [{ state: 'sent' }]]);
});

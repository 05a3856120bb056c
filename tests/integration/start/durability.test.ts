import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { loadEnv } from '~/lib/env.server';
import { ensureDefaultPolicy } from '~/sharing/policies.server';
import { verifyProjections } from '~/sharing/verify.server';
import { closeDatabase, openDatabase } from '../../../db/client.server';
import { copyCluster, type EmbeddedPostgres, removeDataFolder, startEmbedded } from '../../../db/embedded.server';
import { readerPool } from '../../../db/reader.server';
import { type DatabaseUrls, roleUrls } from '../../../db/urls.server';
import { makePerson } from '../../factories/people';
import { formOf, postForm } from '../../setup/forms';
import { ownerUrl, TEST_SECRET } from '../../setup/global';
import { cookieOf, type Served, serveBuilt } from '../../setup/served';

const WRITERS = 4;
const CRASHES = 3;
const folder = join(import.meta.dirname, `../../../.cache/run-${process.pid}-durable`);

let server: EmbeddedPostgres;
let hub: Served | undefined;

afterAll(async () => {
  await closeDatabase();
  await hub?.stop();
  await server?.stop();
  removeDataFolder(folder);
});

async function start(): Promise<DatabaseUrls> {
  server = await startEmbedded({ dataDir: folder, durable: true });
  const urls = roleUrls(ownerUrl(server.superuserUrl, inject('template')), TEST_SECRET);
  openDatabase(urls);
  hub = await serveBuilt({ urls, drop: async () => undefined });
  return urls;
}

/** Hub and database die at once, in the middle of whatever they do. */
async function crash(): Promise<void> {
  const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(postmaster, 'SIGKILL');
  await hub?.stop('SIGKILL');
  await closeDatabase();
}

/** Saves one headline after the other until the hub is gone; gives the number of the last one that was acknowledged. */
async function writeUntilGone(who: number, cookie: string, from: number, acknowledged: number[]): Promise<void> {
  try {
    for (let number = from; ; number += 1) {
      const page = await fetch(`${hub?.origin}/settings/profile`, { headers: { cookie } });
      const fields = formOf(await page.text(), 'main form[action^="/settings/profile"]');
      fields.set('headline', `entry ${number} of writer${who}`);
      const answer = await postForm(hub?.origin ?? '', '/settings/profile', fields, cookie);
      if (answer.status === 302) acknowledged[who] = number;
    }
  } catch {
    // The connection broke: that was the crash.
  }
}

it('loses nothing it acknowledged when hub and database are killed in the middle of writing', async () => {
  loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: 'http://localhost:3000' });
  copyCluster(inject('keptCluster'), folder);
  await start();
  await ensureDefaultPolicy();
  const people = await Promise.all(
    Array.from({ length: WRITERS }, (_, who) =>
      makePerson(
        { name: `Writer ${who}` },
        { 'person.name': 'member', 'person.about': 'member' },
        { email: `writer${who}@example.org` },
      ),
    ),
  );
  const cookies = await Promise.all(people.map((person) => cookieOf(person.accountId ?? '')));
  const acknowledged = Array<number>(WRITERS).fill(0);
  for (let round = 0; round < CRASHES; round += 1) {
    const before = [...acknowledged];
    const writing = cookies.map((cookie, who) =>
      writeUntilGone(who, cookie, (acknowledged[who] ?? 0) + 1, acknowledged),
    );
    await expect
      .poll(() => acknowledged.every((number, who) => number > (before[who] ?? 0) + 1), { timeout: 60_000 })
      .toBe(true);
    await crash();
    await Promise.all(writing);
    await start();
    for (const [who, person] of people.entries()) {
      const [row] = await readerPool('member')`select headline from people where person_id = ${person.id}`;
      const number = Number(/entry (\d+)/.exec(row?.headline)?.[1]);
      // One more may have been written than was heard of, never one less.
      expect([acknowledged[who], (acknowledged[who] ?? 0) + 1]).toContain(number);
      acknowledged[who] = number;
    }
    expect(await verifyProjections()).toEqual([]);
  }
  expect(Math.min(...acknowledged)).toBeGreaterThan(CRASHES);
}, 240_000);

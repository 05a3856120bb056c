import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, processStamp, signature, signerRuns } from '#db/embedded/lock.server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const file = join(folder, 'the.lock');
const longAgo = new Date(Date.now() - 60_000);

beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('acquireLock', () => {
  it('lets one in at a time, each after the other', async () => {
    let inside = 0;
    let most = 0;
    const visit = async () => {
      const release = await acquireLock(file);
      most = Math.max(most, ++inside);
      await sleep(10);
      inside--;
      release();
    };
    await Promise.all([visit(), visit(), visit(), visit()]);
    expect([most, inside, existsSync(file)]).toEqual([1, 0, false]);
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 - 1, stamp: '1' })],
    ['of an earlier process with the same number', JSON.stringify({ pid: process.pid, stamp: 'earlier' })],
    ['that was left half written', '{"pid"'],
  ])('takes over a lock %s', async (_, content) => {
    writeFileSync(file, content);
    utimesSync(file, longAgo, longAgo);
    const waiting = Array.from({ length: 5 }, async () => (await acquireLock(file, { timeoutMs: 5000 }))());
    await Promise.all(waiting);
    expect(existsSync(file)).toBe(false);
  });

  it('says once that it waits, and gives up in time', async () => {
    const release = await acquireLock(file);
    let told = 0;
    await expect(acquireLock(file, { timeoutMs: 150, onWait: () => told++ })).rejects.toThrow(/another process holds/);
    expect(told).toBe(1);
    release();
  });
});

describe('a signature', () => {
  it('belongs to this process while it runs', () => {
    writeFileSync(file, signature());
    expect(signerRuns(file)).toBe(true);
    expect(processStamp(process.pid)).toBeTruthy();
    expect(processStamp(2 ** 22 - 1)).toBeUndefined();
  });
});

import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { VISITOR } from '~/auth/viewer';
import { dailyBackup } from '~/features/operate/backups/daily.server';
import { noteFailure } from '~/features/operate/backups/folder.server';
import { backupsOverview } from '~/features/operate/backups/overview.server';
import { loadEnv } from '~/lib/env.server';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { makeContent, useFolder } from './support';

const hub = useHub();
const { path } = useFolder();
const folder = join(path, 'backups');
const NOW = new Date('2026-11-22T12:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const make = (now = NOW) => dailyBackup(hub.database().urls.owner, now);
const settings = (more: Record<string, string> = {}) =>
  loadEnv({ HUB_SECRET: TEST_SECRET, HUB_DATA_DIR: path, HUB_ORIGIN: 'http://localhost:3000', ...more });

beforeAll(makeContent);
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  settings();
  noteFailure(null);
});

it('is made once a day, and shown with its size, time and way back', async () => {
  expect([await make(), await make(later(1)), await make(later(25))]).toEqual([true, false, true]);
  const { backups, failure, command } = await backupsOverview(VISITOR);
  expect(backups.map(({ time }) => time)).toEqual(['2026-11-23T13:00:00.000Z', '2026-11-22T12:00:00.000Z']);
  expect(backups[0]).toMatchObject({ encrypted: false, bytes: expect.any(Number) });
  expect(failure).toBeNull();
  expect(command).toBe(`npm run hub -- restore ${folder}/hub-2026-11-23T1300.backup --replace`);
});

it('is encrypted if there is a passphrase', async () => {
  settings({ HUB_BACKUP_PASSPHRASE: 'correct horse battery staple' });
  expect(await make()).toBe(true);
  expect((await backupsOverview(VISITOR)).backups).toMatchObject([{ encrypted: true }]);
});

it('is made by one of two servers that are due at once', async () => {
  expect((await Promise.all([make(), make()])).sort()).toEqual([false, true]);
  expect((await backupsOverview(VISITOR)).failure).toBeNull();
});

it('lets old ones go, and clears away what a killed one left, and nothing else', async () => {
  mkdirSync(folder);
  const put = (name: string) => writeFileSync(join(folder, name), '');
  for (let day = 1; day <= 20; day += 1) put(`hub-2025-11-${String(day).padStart(2, '0')}T0310.backup`);
  for (const name of [
    'tombstones.jsonl',
    'mine.backup',
    'hub-2026-11-20T0310.backup.part',
    'hub-2026-11-22T1100.backup.part',
  ])
    put(name);
  utimesSync(join(folder, 'hub-2026-11-20T0310.backup.part'), later(-30), later(-30));
  utimesSync(join(folder, 'hub-2026-11-22T1100.backup.part'), later(-0.1), later(-0.1));
  expect(await make()).toBe(true);
  const names = readdirSync(folder);
  expect(names.filter((name) => /^hub-2025/.test(name)).length).toBe(7);
  expect(names).toEqual(expect.arrayContaining(['tombstones.jsonl', 'mine.backup', 'hub-2026-11-22T1100.backup.part']));
  expect(existsSync(join(folder, 'hub-2026-11-20T0310.backup.part'))).toBe(false);
});

it('that fails says why to operators until one succeeds, and deletes nothing', async () => {
  writeFileSync(folder, 'a file where the folder belongs');
  expect(await make()).toBe(false);
  expect((await backupsOverview(VISITOR)).failure).toMatchObject({ at: NOW.toISOString(), why: expect.any(String) });
  rmSync(folder);
  expect(await make(later(0.2))).toBe(true);
  expect((await backupsOverview(VISITOR)).failure).toBeNull();
});

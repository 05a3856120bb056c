import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backup, openBackup } from '#db/backup/read.server';
import { restoreBackup } from '#db/backup/restore.server';
import { announceServing } from '#db/serving.server';
import { type TestDatabase, testDatabase } from '../../setup/database';
import { useHub } from '../../setup/hub';
import { asOwner, backupOf, makeContent, rowHashes, useFolder } from './support';

const hub = useHub();
const { file } = useFolder();
let other: TestDatabase;
let backup: Backup;

const nobody = async () => '';
const restore = (made: Backup, replace = false) =>
  restoreBackup(other.urls.owner, made, { replace, log: () => undefined, beforeCommit: () => undefined }).then(
    () => 'restored',
    (error: Error) => error.message,
  );

beforeAll(async () => {
  await makeContent();
  other = await testDatabase();
  await backupOf(hub.database().urls, file('backup'));
  backup = await openBackup(file('backup'), nobody);
});
afterAll(() => other.drop());

describe('a restore', () => {
  it('does not begin while a hub serves on the database, and does once it has stopped', async () => {
    const lines: string[] = [];
    const stop = await announceServing(other.urls.owner, (line) => lines.push(line));
    const another = await announceServing(other.urls.owner, (line) => lines.push(line));
    const refused = 'The hub is running on this database. Stop it, then restore. Nothing was touched.';
    expect(await restore(backup)).toBe(refused);
    await stop();
    expect(await restore(backup)).toBe(refused);
    await another();
    expect([await restore(backup), lines]).toEqual(['restored', []]);
  });

  it('holds its place although its connection was cut off', async () => {
    const stop = await announceServing(other.urls.owner, () => undefined);
    await asOwner(
      other.urls,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'commonweave serving' and datname = current_database()",
    );
    await expect.poll(() => restore(backup, true), { timeout: 10_000, interval: 800 }).toMatch('The hub is running');
    await stop();
  });

  it('wants to be told to replace what is there', async () => {
    expect(await restore(backup)).toBe(
      'This hub holds people or groups already. Say --replace to put the backup in their place. Nothing was touched.',
    );
    expect(await restore(backup, true)).toBe('restored');
  });

  it('of a backup by a newer version is refused', async () => {
    await asOwner(
      hub.database().urls,
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('f', 9e12)",
    );
    await backupOf(hub.database().urls, file('newer'));
    await asOwner(hub.database().urls, "delete from drizzle.__drizzle_migrations where hash = 'f'");
    const newer = await openBackup(file('newer'), nobody);
    expect(() => restore(newer, true)).toThrow('was made by a newer version of this software');
  });

  it('that breaks off leaves everything as it was', async () => {
    const before = await rowHashes(other.urls);
    for (const table of ['core.groups', 'ref.skills']) {
      const sections = async function* () {
        for await (const section of backup.sections()) {
          yield section;
          if (section.kind === 'table' && section.table.name === table) throw new Error('killed here');
        }
      };
      expect(await restore({ ...backup, sections }, true)).toBe('killed here');
      expect(await rowHashes(other.urls)).toEqual(before);
    }
  });

  it('that meets rows the schema refuses leaves everything as it was', async () => {
    const before = await rowHashes(other.urls);
    const sections = async function* () {
      for await (const section of backup.sections())
        yield section.kind === 'data' ? { ...section, bytes: Buffer.from('not a row\n') } : section;
    };
    expect(await restore({ ...backup, sections }, true)).toMatch(/^The rows of core\.\w+ do not fit its table\.$/);
    expect(await rowHashes(other.urls)).toEqual(before);
  });

  it.each([
    ['53100', 'the disk of the database is full'],
    ['CONNECTION_CLOSED', 'the database stopped, as it does when its disk is full'],
  ])('that finds no room on the disk (%s) says so, and leaves everything as it was', async (code, reason) => {
    const before = await rowHashes(other.urls);
    // biome-ignore lint/correctness/useYield: it breaks off before its first section
    const sections = async function* (): ReturnType<Backup['sections']> {
      throw Object.assign(new Error('refused'), { code });
    };
    expect(await restore({ ...backup, sections }, true)).toBe(
      `The restore was broken off: ${reason}. The hub holds what it held before. Free some space, then restore again.`,
    );
    expect(await rowHashes(other.urls)).toEqual(before);
  });
});

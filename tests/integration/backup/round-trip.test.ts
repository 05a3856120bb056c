import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackup } from '#db/backup/read.server';
import { restoreBackup } from '#db/backup/restore.server';
import { type TestDatabase, testDatabase } from '../../setup/database';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { asOwner, backupOf, makeContent, rowHashes, useFolder } from './support';

const hub = useHub();
const { file } = useFolder();
const PASSPHRASE = 'correct horse battery staple';
const quiet = { log: () => undefined, beforeCommit: () => undefined };
let other: TestDatabase;
let before: Record<string, string>;

beforeAll(async () => {
  await makeContent();
  other = await testDatabase();
  before = await rowHashes(hub.database().urls);
  await backupOf(hub.database().urls, file('open'));
  await backupOf(hub.database().urls, file('sealed'), PASSPHRASE);
});
afterAll(() => other.drop());

describe('a backup', () => {
  it('is readable by its owner only', () => {
    expect(statSync(file('open')).mode & 0o777).toBe(0o600);
  });

  it('brings every row back into an empty database, its counters too', async () => {
    const backup = await openBackup(file('open'), async () => '');
    await restoreBackup(other.urls.owner, backup, { ...quiet, replace: false });
    expect(await rowHashes(other.urls)).toEqual(before);
    expect(await asOwner(other.urls, 'select from core.sessions')).toEqual([]);
    const counters = `select last_value::text, is_called from ref.interests_id_seq`;
    expect(await asOwner(other.urls, counters)).toEqual(await asOwner(hub.database().urls, counters));
  });

  it('leaves the schema as it was, references and triggers included', async () => {
    const shape = `
      select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
        where connamespace in ('core'::regnamespace, 'ref'::regnamespace) and contype <> 'n'
      union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal and tgname not like 'revise%'
      union all select schemaname || '.' || indexname from pg_indexes where schemaname in ('core', 'ref', 'proj_public')
      union all select 'migration ' || created_at || ' ' || hash from drizzle.__drizzle_migrations
      order by 1`;
    expect(await asOwner(other.urls, shape)).toEqual(await asOwner(hub.database().urls, shape));
  });

  it('holds the secret only if it is encrypted', async () => {
    const filesOf = async (name: string) => {
      const found: string[] = [];
      const backup = await openBackup(file(name), async () => PASSPHRASE);
      for await (const section of backup.sections()) {
        if (section.kind === 'file') found.push(section.name);
        if (section.kind === 'data' && found.length > 0) found.push(section.bytes.toString());
      }
      return found;
    };
    expect(await filesOf('open')).toEqual([]);
    expect(await filesOf('sealed')).toEqual(['secret', TEST_SECRET]);
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openBackup } from '#db/backup/read.server';
import { makeBackup } from '#db/backup/snapshot.server';
import { writeBackupFile } from '#db/backup/write.server';
import { makePerson } from '../../factories/people';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { asOwner, backupOf, makeContent, useFolder } from './support';

const hub = useHub();
const { file, path } = useFolder();
const nobody = async () => '';

async function peopleIn(name: string): Promise<string[]> {
  const backup = await openBackup(file(name), nobody);
  let table = '';
  let rows = '';
  for await (const section of backup.sections()) {
    if (section.kind === 'table') table = section.table.name;
    if (section.kind === 'data' && table === 'core.people') rows += section.bytes;
  }
  return rows
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split('\t')[3] ?? '');
}

beforeAll(makeContent);

describe('a backup of a hub that serves', () => {
  it('is of one moment, and keeps nobody who writes waiting', async () => {
    const { urls } = hub.database();
    let written: Promise<unknown> = Promise.resolve();
    let waited = true;
    await makeBackup({
      ownerUrl: urls.owner,
      file: file('moment'),
      secret: TEST_SECRET,
      onTable: (table) => {
        if (table !== 'core.accounts') return;
        written = makePerson({ name: 'Came Later' }, {}, { email: 'later@example.org' }).then(() => {
          waited = false;
        });
      },
    });
    await written;
    expect(waited).toBe(false);
    expect(await peopleIn('moment')).not.toContain('Came Later');
    await backupOf(urls, file('after'));
    expect(await peopleIn('after')).toContain('Came Later');
  });

  it('comes to its end however much a table says at once', async () => {
    for (const rows of [300, 600, 1200, 2400]) {
      await asOwner(
        hub.database().urls,
        `insert into core.topic_proposals (kind, group_id, label, folded)
          select 'interest', (select id from core.groups limit 1), 'Topic ' || n, 'topic ' || n from generate_series(1, ${rows}) n
          on conflict do nothing`,
      );
      await backupOf(hub.database().urls, file(`rows-${rows}`));
    }
  });

  it('is made although somebody holds what they write', async () => {
    const { urls } = hub.database();
    const sql = (await import('postgres')).default(urls.owner, { max: 1 });
    await sql.begin(async (held) => {
      await held`lock table core.people, core.groups in share row exclusive mode`;
      await held`update core.people set headline = 'not yet'`;
      await backupOf(urls, file('held'));
    });
    await sql.end();
    expect(readFileSync(file('held')).length).toBeGreaterThan(1000);
  });

  it('is given up when it hangs, and lets the next one be made', async () => {
    const { urls } = hub.database();
    const sql = (await import('postgres')).default(urls.owner, { max: 1 });
    await sql.begin(async (held) => {
      await held`lock table core.people in access exclusive mode`;
      const hanging = makeBackup({ ownerUrl: urls.owner, file: file('hung'), secret: TEST_SECRET, limit: 500 });
      await expect(hanging).rejects.toThrow('The backup was not done within 0.5 seconds, and was given up.');
    });
    await sql.end();
    await vi.waitFor(() => backupOf(urls, file('next')), { timeout: 20_000, interval: 200 });
    expect(existsSync(file('hung'))).toBe(false);
  });

  it('is one at a time', async () => {
    const { urls } = hub.database();
    const results = await Promise.allSettled([backupOf(urls, file('one')), backupOf(urls, file('two'))]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'Another backup of this hub is being made just now.' },
    });
  });
});

describe('a file that cannot be written', () => {
  it('leaves the earlier backup as it was and nothing half done, on a full disk', async () => {
    await backupOf(hub.database().urls, file('kept'));
    const before = readFileSync(file('kept'));
    const names = readdirSync(path);
    const body = async function* () {
      for (let n = 0; n < 200; n += 1) yield Buffer.from(`${Math.random()}`.repeat(200));
    };
    const full = async (draft: string) => {
      const handle = await open(draft, 'wx');
      let written = 0;
      handle.write = (async (bytes: Buffer) => {
        written += bytes.length;
        if (written > 1000) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        return { bytesWritten: bytes.length, buffer: bytes };
      }) as typeof handle.write;
      return handle;
    };
    await expect(writeBackupFile(file('kept'), body(), undefined, full)).rejects.toThrow(
      `No backup was made. kept could not be written to ${path}: the disk is full. Earlier backups are as they were.`,
    );
    expect(readFileSync(file('kept')).equals(before)).toBe(true);
    expect(readdirSync(path)).toEqual(names);
  });

  it.each([
    ['no/such/folder', /there is no such file or folder/],
    ['photo', /is something else than a backup and stays/],
  ])('%s: says why', async (name, said) => {
    writeFileSync(file('photo'), 'a photo');
    await expect(backupOf(hub.database().urls, file(name))).rejects.toThrow(said);
    expect(readFileSync(file('photo'), 'utf8')).toBe('a photo');
    expect(existsSync(file(`${name}.part`))).toBe(false);
  });

  it('takes the place of an earlier backup and of what a killed one left', async () => {
    writeFileSync(file('again.part'), 'half');
    await backupOf(hub.database().urls, file('again'));
    const first = readFileSync(file('again'));
    await makePerson({ name: 'Newer' });
    await backupOf(hub.database().urls, file('again'));
    expect(readFileSync(file('again')).equals(first)).toBe(false);
    expect(existsSync(file('again.part'))).toBe(false);
  });
});

it('frees the database when the file breaks off', async () => {
  const waiting = await asOwner(
    hub.database().urls,
    "select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
  );
  expect(waiting).toEqual([]);
});

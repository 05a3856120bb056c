import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import { makeBackup } from '#db/backup/snapshot.server';
import { KEPT } from '#db/backup/tables';
import { closeDatabase, openDatabase } from '#db/client.server';
import { migrateDatabase } from '#db/migrate.server';
import { type DatabaseUrls, ROLE_NAMES } from '#db/urls.server';
import { ensureDefaultPolicy } from '~/sharing/policies.server';
import { bringUpToDate } from '../../../app/server/up-to-date.server';
import { makeGroup, makePerson } from '../../factories/people';
import { TEST_SECRET } from '../../setup/global';

/** A folder for a test file's backups. */
export function useFolder(): { file: (name: string) => string; path: string } {
  const path = mkdtempSync(join(tmpdir(), 'hub-backup-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return { path, file: (name) => join(path, name) };
}

export const backupOf = (urls: DatabaseUrls, file: string, passphrase?: string) =>
  makeBackup({ ownerUrl: urls.owner, file, passphrase, secret: TEST_SECRET });

export async function asOwner<T>(urls: DatabaseUrls, statement: string): Promise<T[]> {
  const sql = postgres(urls.owner, { max: 1, onnotice: () => undefined });
  return (await sql.unsafe(statement).finally(() => sql.end())) as unknown as T[];
}

/** A hash of every kept table's rows, whatever their order. */
export async function rowHashes(urls: DatabaseUrls): Promise<Record<string, string>> {
  const one = (table: string) =>
    `select '${table}' as table, count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as hash from ${table} t`;
  const rows = await asOwner<{ table: string; hash: string }>(urls, KEPT.map(one).join(' union all '));
  return Object.fromEntries(rows.map(({ table, hash }) => [table, hash]));
}

/** What a start does on a database that was restored, and leaves it open. */
export async function startOn(urls: DatabaseUrls, log: (line: string) => void = () => undefined): Promise<void> {
  await closeDatabase();
  await migrateDatabase(urls, { explicit: new Set(ROLE_NAMES) });
  openDatabase(urls);
  await ensureDefaultPolicy();
  await bringUpToDate(log);
}

const AWKWARD = 'tab\there\nnew line, back\\slash, \\N and \\., "quotes", ß 漢字 ע \u{1f33b}';

/** A few people and groups with every awkward character that a text can hold. */
export async function makeContent(): Promise<void> {
  const shared = { 'person.name': 'public', 'person.about': 'public' } as const;
  for (const n of [1, 2, 3])
    await makePerson({ name: `Person ${n}`, bio: AWKWARD }, shared, { email: `person-${n}@example.org` });
  await makeGroup({ name: 'Awkward Group', purpose: AWKWARD });
}

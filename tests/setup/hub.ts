import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { loadEnv } from '~/lib/env.server';
import { ensureDefaultPolicy } from '~/sharing/policies.server';
import { closeDatabase, openDatabase } from '../../db/client.server';
import { type TestDatabase, testDatabase } from './database';
import { TEST_SECRET } from './global';

/** Gives a test file an open database and data folder of its own, with the default policy in force. */
export function useHub(): { database: () => TestDatabase } {
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'));
  beforeAll(async () => {
    loadEnv({
      HUB_SECRET: TEST_SECRET,
      HUB_DATA_DIR: folder,
      HUB_DEMO: '0',
      HUB_ORIGIN: 'http://localhost:3000',
    });
    database = await testDatabase();
    openDatabase(database.urls);
    await ensureDefaultPolicy();
  });
  afterAll(async () => {
    await closeDatabase();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { database: () => database };
}

import { afterAll, beforeAll } from 'vitest';
import { loadEnv } from '~/lib/env.server';
import { ensureDefaultPolicy } from '~/sharing/policies.server';
import { closeDatabase, openDatabase } from '../../db/client.server';
import { type TestDatabase, testDatabase } from './database';
import { TEST_SECRET } from './global';

/** Gives a test file an open database of its own with the default policy in force. */
export function useHub(): { database: () => TestDatabase } {
  let database: TestDatabase;
  beforeAll(async () => {
    loadEnv({ HUB_SECRET: TEST_SECRET, HUB_DEMO: '0', HUB_ORIGIN: 'http://localhost:3000' });
    database = await testDatabase();
    openDatabase(database.urls);
    await ensureDefaultPolicy();
  });
  afterAll(async () => {
    await closeDatabase();
    await database.drop();
  });
  return { database: () => database };
}

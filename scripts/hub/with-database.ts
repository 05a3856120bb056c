import { closeDatabase, openDatabase } from '#db/client.server';
import { prepareDatabase } from '#db/prepare.server';
import { loadEnv } from '~/lib/env.server';
import { registerFeatures } from '~/registry.server';
import { bringUpToDate } from '~/server/up-to-date.server';
import { aside } from './output';

/**
 * Does work with the hub's database open, migrated and up to date; an embedded one is stopped again if nobody else uses it.
 * @param asOwner whether changes are made as the tables' owner
 */
export async function withDatabase<T>(work: () => Promise<T>, asOwner = false): Promise<T> {
  const database = await prepareDatabase(loadEnv(), aside);
  try {
    openDatabase(asOwner ? { ...database.urls, writer: database.urls.owner } : database.urls);
    await registerFeatures();
    await bringUpToDate(aside);
    return await work();
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

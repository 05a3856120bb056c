import { expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#db/client.server';
import { ensureDefaultPolicy } from '~/sharing/policies.server';
import { loadDemo } from '../../../scripts/demo/load';
import { testDatabase } from '../../setup/database';
import { useHub } from '../../setup/hub';
import { storedDemo } from './stored';

const hub = useHub();

it('loads the same network into every database', async () => {
  await loadDemo(() => undefined);
  const first = await storedDemo();
  await closeDatabase();
  const other = await testDatabase();
  try {
    openDatabase(other.urls);
    await ensureDefaultPolicy();
    await loadDemo(() => undefined);
    expect(await storedDemo()).toEqual(first);
  } finally {
    await closeDatabase();
    await other.drop();
    openDatabase(hub.database().urls);
  }
});

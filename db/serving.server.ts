import postgres from 'postgres';
import type { Sql } from './client.server';

const SERVING = "hashtext('commonweave serving')";

/**
 * Says in the database that a hub serves on it, for as long as this process lives: a connection of its own holds a lock
 * that any number of servers share and that a restore must have alone. Waits while one restores.
 * @returns what takes it back
 */
export async function announceServing(ownerUrl: string, log: (line: string) => void): Promise<() => Promise<void>> {
  let over = false;
  const hold = async (sql: Sql): Promise<void> => {
    const [lock] = await sql.unsafe(`select pg_try_advisory_lock_shared(${SERVING}) as mine`);
    if (lock?.mine) return;
    log('A restore is under way: waiting for its end.');
    await sql.unsafe(`select pg_advisory_lock_shared(${SERVING})`);
  };
  const sql = postgres(ownerUrl, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'commonweave serving' },
    // A database that went away and came back has forgotten the lock.
    onclose: () => {
      if (!over) setTimeout(() => !over && hold(sql).catch(() => undefined), 500).unref();
    },
  });
  await hold(sql);
  return async () => {
    over = true;
    await sql.end({ timeout: 2 });
  };
}

/** Takes the database for this connection alone; false while a hub serves on it. */
export async function takeAlone(sql: Sql): Promise<boolean> {
  const [lock] = await sql.unsafe(`select pg_try_advisory_lock(${SERVING}) as mine`);
  return lock?.mine === true;
}

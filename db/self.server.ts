import type postgres from 'postgres';
import { openPools } from './client.server';

/**
 * Reads with one person's eyes on `core`: row-level security leaves their own rows and those of groups they lead.
 * Opened by named modules only (see the import rule).
 */
export function asSelf<T>(personId: string, read: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
  return openPools().self.begin('read only', async (sql) => {
    await sql`select set_config('hub.person_id', ${personId}, true)`;
    return read(sql);
  }) as Promise<T>;
}

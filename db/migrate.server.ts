import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { projectRoot } from '../app/lib/root.server';
import type { Sql } from './client.server';
import { loadPlaces } from './places.server';
import { ensureRevision } from './revision.server';
import { ensureRoles } from './roles.server';
import type { DatabaseUrls, RoleName } from './urls.server';

/** Connects as the owner for one piece of work, without notices, and hangs up. */
export async function withOwner<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Brings a database to the newest schema, loads the places, and sets up the roles. Safe to run at every start and by
 * several processes at once: an advisory lock lets one do it while the others wait.
 */
export async function migrateDatabase(
  urls: DatabaseUrls,
  options: { explicit?: ReadonlySet<RoleName>; log?: (line: string) => void } = {},
): Promise<void> {
  await withOwner(urls.owner, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('commonweave migrate'))`;
    try {
      await migrate(drizzle(sql), { migrationsFolder: join(projectRoot(), 'db/migrations') });
    } finally {
      await sql`select pg_advisory_unlock(hashtext('commonweave migrate'))`;
    }
  });
  // A client of its own: the migrator's has had its parsers rewired by Drizzle.
  await withOwner(urls.owner, async (sql) => {
    await ensureRevision(sql);
    await loadPlaces(sql, options.log);
    await ensureRoles(sql, urls, options.explicit ?? new Set());
  });
}

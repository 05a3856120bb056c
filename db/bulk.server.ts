import { withOwner } from './migrate.server';

/** Enough for a million rows: nothing is sorted in before the end. */
const PENDING_KB = 2_000_000;

/**
 * Lets the projections' word and term indexes take the rows that `work` adds in bulk, and sorts them in at its end;
 * connects as the tables' owner. Broken off, it leaves every index whole.
 */
export async function inBulk<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  return withOwner(ownerUrl, async (sql) => {
    const indexes = await sql<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_am a on a.oid = c.relam
      where a.amname = 'gin' and n.nspname like 'proj\\_%' and c.relkind = 'i'`;
    for (const { name } of indexes)
      await sql.unsafe(`alter index ${name} set (fastupdate = on, gin_pending_list_limit = ${PENDING_KB})`);
    try {
      return await work();
    } finally {
      await sql`set maintenance_work_mem = '256MB'`;
      for (const { name } of indexes) {
        await sql.unsafe(`alter index ${name} set (fastupdate = off)`);
        await sql.unsafe(`alter index ${name} reset (gin_pending_list_limit)`);
        await sql`select gin_clean_pending_list(${name}::regclass)`;
      }
      await sql`analyze`;
    }
  });
}

import { sql } from 'drizzle-orm';
import type { Transaction } from './client.server';

/**
 * Takes the projections' indexes away while `work` adds very many rows, and makes them anew at its end: all within the
 * transaction, so that one that fails or is cut off leaves them as they were. Only keys stay. Does without where the
 * tables belong to another role than the transaction's.
 */
export async function inBulk(db: Transaction, work: () => Promise<void>): Promise<void> {
  const indexes = await db.execute<{ name: string; definition: string }>(sql`
    select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname like 'proj\\_%' and not i.indisunique and pg_has_role(c.relowner, 'usage')
    order by pg_relation_size(i.indrelid), name`);
  for (const { name } of indexes) await db.execute(sql.raw(`drop index ${name}`));
  await work();
  await db.execute(sql`set local maintenance_work_mem = '256MB'`);
  await db.execute(sql`set local statement_timeout = 0`);
  for (const { definition } of indexes) await db.execute(sql.raw(definition));
  if (indexes.length > 0) await db.execute(sql`analyze`);
}

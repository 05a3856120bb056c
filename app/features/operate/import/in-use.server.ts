import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';

/** Tables whose rows are part of a group, or only tell what an import decided about it. */
const PARTS = ['group_interests', 'group_links', 'duplicate_decisions'];

/**
 * Groups that rows of other tables would go with: people in them, claims on them, what their leads saved. Whatever table
 * comes to refer to groups is found in the catalogue.
 */
export async function groupsInUse({ db }: Unit, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const tables = await db.execute<{ table: string; column: string }>(sql`
    select quote_ident(c.relname) as table, quote_ident(a.attname) as column
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.confrelid = 'core.groups'::regclass and k.contype = 'f' and k.confdeltype <> 'n'
      and c.relname not in (${sql.join(
        PARTS.map((name) => sql`${name}`),
        sql`, `,
      )})`);
  const using = new Set<string>();
  const saved = ['sharing_grants', 'relation_grants'].map((table) => ({ table, column: 'subject_id' }));
  for (const { table, column } of [...tables, ...saved]) {
    const rows = await db.execute<{ id: string }>(
      sql`select distinct ${sql.raw(column)} as id from core.${sql.raw(table)} where ${sql.raw(column)} = any(${uuids(ids)})`,
    );
    for (const { id } of rows) using.add(id);
  }
  return using;
}

import { writerSql } from '#db/writer.server';

/** One hash over every row of every core table, but for those that are left out: what tells of imports, unless said. */
export async function coreHash(without = ['import_runs', 'import_rows']): Promise<string> {
  const sql = writerSql();
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'core'::regnamespace and c.relkind = 'r'
      and c.relname <> all (${without}) order by 1`;
  const hashes = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await sql.unsafe<{ hash: string }[]>(
        `select md5(coalesce(string_agg(h, '' order by h), '')) as hash from (select md5(t::text) as h from core."${name}" t) x`,
      );
      return `${name} ${row?.hash}`;
    }),
  );
  return hashes.join('\n');
}

import { writerSql } from '#db/writer.server';

/** Names of the tables in which any of these words stands, in whatever column and case. */
export async function tracesOf(...words: string[]): Promise<string[]> {
  const sql = writerSql();
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'core' or n.nspname like 'proj\_%') order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
    const [row] = await sql.unsafe(`select 1 from ${name} t where to_jsonb(t)::text ilike any($1::text[]) limit 1`, [
      patterns as unknown as string,
    ]);
    if (row) found.push(name);
  }
  return found;
}

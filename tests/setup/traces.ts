import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writerSql } from '#db/writer.server';
import { env } from '~/lib/env.server';

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

/** Files of the hub's data folder in which any of these words stands, in whatever case; by their path within it. */
export function filesWith(...words: string[]): string[] {
  const { dataDir } = env();
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const text = readFileSync(path, 'utf8').toLowerCase();
      return words.some((word) => text.includes(word.toLowerCase()));
    })
    .map((path) => relative(dataDir, path));
}

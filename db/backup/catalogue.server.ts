import type { TransactionSql } from 'postgres';
import type { Sql } from '../client.server';
import type { Header, Sequence } from './format';
import { CHOSEN_PLACES, KEPT_SCHEMAS, LEFT_OUT } from './tables';

type Connection = Sql | TransactionSql;
export type TableShape = Header['tables'][number];

/** The tables a backup takes, by name, each with its columns in their order; what is computed from others is left out. */
export async function keptTables(sql: Connection): Promise<TableShape[]> {
  const rows = await sql<TableShape[]>`
    select n.nspname || '.' || c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ${sql(KEPT_SCHEMAS)}
    group by 1 order by 1`;
  return rows.map(({ name, columns }) => ({ name, columns })).filter(({ name }) => !Object.hasOwn(LEFT_OUT, name));
}

export const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

export const columnList = (columns: readonly string[]) => columns.map(quoted).join(', ');

/** The statement that gives a table's rows. */
export function copyOut({ name, columns }: TableShape): string {
  const chosen = CHOSEN_PLACES[name];
  if (!chosen) return `copy ${quoted(name)} (${columnList(columns)}) to stdout`;
  return `copy (select ${columnList(columns)} from ${quoted(name)} where ${chosen}) to stdout`;
}

/** Where every counter of new ids stands. */
export async function sequences(sql: Connection): Promise<Sequence[]> {
  const names = await sql<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname in ${sql(KEPT_SCHEMAS)} order by 1`;
  const found: Sequence[] = [];
  for (const { name } of names) {
    const [row] = await sql.unsafe<{ value: string; called: boolean }[]>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    if (row) found.push({ name, ...row });
  }
  return found;
}

/** Migrations applied to a database, oldest first; none in one that never was a hub's. */
export async function appliedMigrations(sql: Connection): Promise<number[]> {
  const [known] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!known?.there) return [];
  const rows = await sql<
    { at: string }[]
  >`select created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => Number(row.at));
}

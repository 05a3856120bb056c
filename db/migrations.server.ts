import { join } from 'node:path';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { TransactionSql } from 'postgres';
import { projectRoot } from '../app/lib/root.server';

export const MIGRATIONS = () => join(projectRoot(), 'db/migrations');

/** The migrations that come with this software, oldest first; `folderMillis` tells them apart. */
export const shippedMigrations = (): MigrationMeta[] => readMigrationFiles({ migrationsFolder: MIGRATIONS() });

/**
 * Applies migrations within a transaction, and notes them as Drizzle's migrator does, which does them all in a
 * transaction of its own and cannot stop at an older one.
 */
export async function applyMigrations(sql: TransactionSql, migrations: readonly MigrationMeta[]): Promise<void> {
  await sql.unsafe('create schema if not exists drizzle');
  await sql.unsafe(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  for (const migration of migrations) {
    for (const statement of migration.sql) await sql.unsafe(statement);
    await sql`
      insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`;
  }
}

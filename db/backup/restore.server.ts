import type { MigrationMeta } from 'drizzle-orm/migrator';
import type { TransactionSql } from 'postgres';
import { DomainError } from '../../app/lib/errors';
import type { Sql } from '../client.server';
import { withOwner } from '../migrate.server';
import { applyMigrations, shippedMigrations } from '../migrations.server';
import { takeAlone } from '../serving.server';
import { columnList, quoted } from './catalogue.server';
import { databaseReason, unusable } from './fault';
import { loadSections } from './load.server';
import type { Backup } from './read.server';
import { HUB_SCHEMAS, KEPT } from './tables';

/** Name of the row of ref.dataset that stands there from a restore until the hub has dealt with it. */
export const RESTORED = 'restored';

/** The migrations up to the backup's, and those after it. @throws DomainError if this software does not know one of them */
function split(backup: Backup): { before: MigrationMeta[]; after: MigrationMeta[] } {
  const shipped = shippedMigrations();
  const applied = backup.header.migrations;
  const known = applied.every((when, index) => shipped[index]?.folderMillis === when);
  if (!known) throw unusable('newer', backup.file);
  return { before: shipped.slice(0, applied.length), after: shipped.slice(applied.length) };
}

/** Whether the hub was never told anything. */
async function isEmpty(sql: Sql): Promise<boolean> {
  for (const table of KEPT.filter((name) => name.startsWith('core.'))) {
    const [found] = await sql`select to_regclass(${quoted(table)}) is not null as there`;
    if (!found?.there) continue;
    const [row] = await sql.unsafe(`select from ${quoted(table)} limit 1`);
    if (row) return false;
  }
  return true;
}

/** Who must not come back with an older backup: people who were erased, groups that asked not to be listed. */
const WISHES = ['tombstones', 'delisted_groups'];

/** The wishes of the database that is replaced: whoever was erased after the backup stays so, even without the files. */
async function keepWishes(sql: TransactionSql, table: string): Promise<() => Promise<void>> {
  const columnsOf = async () => {
    const rows = await sql<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = to_regclass(${`core.${table}`}) and attnum > 0 and not attisdropped and attgenerated = ''`;
    return rows.map(({ name }) => name);
  };
  const old = await columnsOf();
  if (old.length === 0) return async () => undefined;
  await sql.unsafe(`create temporary table kept_${table} on commit drop as table core.${table}`);
  return async () => {
    const columns = columnList((await columnsOf()).filter((name) => old.includes(name)));
    if (columns)
      await sql.unsafe(
        `insert into core.${table} (${columns}) select ${columns} from pg_temp.kept_${table} on conflict do nothing`,
      );
  };
}

interface RestoreOptions {
  replace: boolean;
  log: (line: string) => void;
  /** Given the backup's files, by name, while everything can still be taken back. */
  beforeCommit: (files: ReadonlyMap<string, Buffer>) => Promise<void> | void;
}

async function replaceAll(sql: TransactionSql, backup: Backup, { log, beforeCommit }: RestoreOptions) {
  const { before, after } = split(backup);
  await sql.unsafe("set local lock_timeout = '10s'; set local statement_timeout = 0");
  const putBack = [];
  for (const table of WISHES) putBack.push(await keepWishes(sql, table));
  await sql.unsafe(`drop schema if exists ${HUB_SCHEMAS.join(', ')} cascade`);
  await applyMigrations(sql, before);
  log(`Putting ${backup.rows} rows back…`);
  const files = await loadSections(sql, backup.sections());
  await applyMigrations(sql, after);
  for (const put of putBack) await put();
  await sql`insert into ref.dataset (name, sha256) values (${RESTORED}, ${backup.sha256})`;
  // What somebody keeps of a page goes by this number: it must not come to one that it had before.
  await sql`insert into ref.revision (topic, n) select topic, extract(epoch from now())::bigint from unnest('{shown,reference}'::text[]) as topic`;
  await beforeCommit(files);
}

const sqlState = (error: unknown) => String((error as { code?: unknown }).code ?? '');

/**
 * Puts what a backup holds in place of what a database holds, in one transaction: broken off at any moment, the database
 * is as it was. The schema is made at the backup's migration, filled, and brought forward. What remains to be done then
 * (places, roles, tombstones, projections) is done by the next start, whether or not this process lives to do it.
 * @throws DomainError `conflict`: a hub serves on the database, it holds something and `replace` was not said, or
 *   something else holds its tables; `unavailable`: its disk is full; `invalid`: made by a newer version
 */
export function restoreBackup(ownerUrl: string, backup: Backup, options: RestoreOptions): Promise<void> {
  split(backup);
  return withOwner(ownerUrl, async (sql) => {
    if (!(await takeAlone(sql)))
      throw new DomainError(
        'conflict',
        'The hub is running on this database. Stop it, then restore. Nothing was touched.',
      );
    if (!options.replace && !(await isEmpty(sql)))
      throw new DomainError(
        'conflict',
        'This hub holds people or groups already. Say --replace to put the backup in their place. Nothing was touched.',
      );
    try {
      await sql`select pg_advisory_lock(hashtext('commonweave migrate'))`;
      await sql.begin((transaction) => replaceAll(transaction, backup, options));
    } catch (error) {
      const reason = databaseReason(error);
      if (reason)
        throw new DomainError(
          'unavailable',
          `The restore was broken off: ${reason}. The hub holds what it held before. Free some space, then restore again.`,
        );
      if (sqlState(error) !== '55P03') throw error;
      throw new DomainError(
        'conflict',
        'Something else is using the hub’s database. Stop it, then restore. Nothing was touched.',
      );
    }
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TransactionSql } from 'postgres';
import { DomainError } from '../../app/lib/errors';
import { projectRoot } from '../../app/lib/root.server';
import { withOwner } from '../migrate.server';
import { bodyOf } from './body.server';
import { appliedMigrations, keptTables } from './catalogue.server';
import { secretCheck } from './secret';
import { BACKUP_LIMIT_MS, within } from './within';
import { writeBackupFile } from './write.server';

export interface BackupOrder {
  /** Address of the database's owner, who may read every table. */
  ownerUrl: string;
  file: string;
  /** Encrypts the file, and lets the hub's secret go with it. */
  passphrase?: string;
  secret: string;
  onTable?: (table: string, rows: number) => void;
  /** Milliseconds after which it is given up. */
  limit?: number;
}

const softwareVersion = (): string => JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')).version;

async function networkName(sql: TransactionSql): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from ref.network`;
  return row?.name ?? '';
}

async function copySnapshot(sql: TransactionSql, order: BackupOrder): Promise<{ bytes: number; rows: number }> {
  const [lock] = await sql`select pg_try_advisory_xact_lock(hashtext('commonweave backup')) as mine`;
  if (!lock?.mine) throw new DomainError('conflict', 'Another backup of this hub is being made just now.');
  const migrations = await appliedMigrations(sql);
  if (migrations.length === 0) throw new DomainError('not_found', 'There is no hub in this database yet.');
  const header = {
    software: softwareVersion(),
    network: await networkName(sql),
    migrations,
    tables: await keptTables(sql),
    secretCheck: secretCheck(order.secret),
  };
  const files = new Map(order.passphrase === undefined ? [] : [['secret', Buffer.from(order.secret)]]);
  let rows = 0;
  const body = bodyOf(sql, header, files, (table, copied) => {
    rows += copied;
    order.onTable?.(table, copied);
  });
  return { ...(await writeBackupFile(order.file, body, order.passphrase)), rows };
}

/** The database gives up too, a moment later: it would not notice that nobody waits for its answer any more. */
async function giveUpAfter(sql: TransactionSql, ms: number): Promise<void> {
  for (const name of ['statement_timeout', 'idle_in_transaction_session_timeout'])
    await sql`select set_config(${name}, ${`${ms + 1000}ms`}, true)`;
}

/**
 * Makes a backup: one snapshot of everything the hub was told, as of one moment, while it goes on serving. Nobody who
 * writes has to wait for it. One backup at a time for each database.
 * @throws DomainError one line: another is being made, the file cannot be written, or it took too long
 */
export function makeBackup(order: BackupOrder): Promise<{ bytes: number; rows: number }> {
  const limit = order.limit ?? BACKUP_LIMIT_MS;
  return withOwner(order.ownerUrl, (owner) => {
    const made = owner.begin('isolation level repeatable read read only', async (sql) => {
      await giveUpAfter(sql, limit);
      return copySnapshot(sql, order);
    });
    return within(limit, made, () => owner.end({ timeout: 0 }));
  });
}

import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { READER_AUDIENCES, type ReaderAudience } from '../app/lib/audience';
import * as schema from './schema';
import type { DatabaseUrls } from './urls.server';

export type Sql = postgres.Sql;
/** A piece of a query, to be put into another. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>;
export type WriterDatabase = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<WriterDatabase['transaction']>[0]>[0];

interface Pools {
  writer: WriterDatabase;
  writerSql: Sql;
  self: Sql;
  readers: Record<ReaderAudience, Sql>;
  all: Sql[];
}

let pools: Pools | undefined;
let openings = 0;

const options = (max: number, searchPath: string): postgres.Options<Record<string, never>> => ({
  max,
  idle_timeout: 60,
  connect_timeout: 10,
  // A database that is gone is asked again soon: requests wait for at most that long, and find it when it is back.
  backoff: (retries: number) => Math.min(retries / 10, 1),
  onnotice: () => undefined,
  connection: { search_path: searchPath, application_name: 'commonweave', statement_timeout: 30_000 },
});

/** Opens one pool per database role. Nothing connects before the first query. */
export function openDatabase(urls: DatabaseUrls): void {
  if (pools) throw new Error('The database is open already.');
  openings += 1;
  const reader = (audience: ReaderAudience) =>
    postgres(
      urls[`reader_${audience}`],
      options(audience === 'public' || audience === 'member' ? 6 : 2, `proj_${audience}, ref, public`),
    );
  const readers = Object.fromEntries(
    READER_AUDIENCES.map((audience) => [audience, reader(audience)]),
  ) as Pools['readers'];
  // Drizzle rewires the parsers of the client it is given, so raw queries have one of their own.
  const drizzled = postgres(urls.writer, options(6, 'core, ref, public'));
  const writerSql = postgres(urls.writer, options(4, 'core, ref, public'));
  const self = postgres(urls.self, options(4, 'core, ref, public'));
  pools = {
    writer: drizzle(drizzled, { schema, casing: 'snake_case' }),
    writerSql,
    self,
    readers,
    all: [drizzled, writerSql, self, ...Object.values(readers)],
  };
}

export async function closeDatabase(): Promise<void> {
  const closing = pools;
  pools = undefined;
  await Promise.all(closing?.all.map((sql) => sql.end({ timeout: 3 })) ?? []);
}

/** Numbers the databases this process had open, one after the other: what is kept of one is nothing to the next. */
export const openingNumber = (): number => openings;

/** The open pools; only the modules named in the import rule may call this. */
export function openPools(): Pools {
  if (!pools) throw new Error('The database is not open.');
  return pools;
}

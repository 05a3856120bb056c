import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { Sql, TransactionSql } from 'postgres';
import { projectRoot } from '../app/lib/root.server';
import { placeTables, type Row } from './places/rows';

const FILES = ['countries.tsv', 'regions.tsv', 'places.tsv.br', 'postal-codes.tsv.br', 'aliases.tsv'] as const;

/** Raised when the rows made from unchanged files change, as when `fold` does: every hub then loads them again. */
const EDITION = 1;

/**
 * Loads the gazetteer into schema `ref` unless this edition is there already; connects as the tables' owner.
 * A town or region that left the files stays, because someone may have chosen it.
 */
export async function loadPlaces(
  sql: Sql,
  log: (line: string) => void = () => undefined,
  folder = join(projectRoot(), 'db/places'),
): Promise<void> {
  const files = await Promise.all(FILES.map((name) => readFile(join(folder, name))));
  const hash = createHash('sha256').update(`edition ${EDITION}`);
  for (const bytes of files) hash.update(bytes);
  const sha256 = hash.digest('hex');
  if (await isLoaded(sql, sha256)) return;
  const loaded = await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('commonweave places'))`;
    if (await isLoaded(transaction, sha256)) return 0;
    log('Loading the places of the world (some 5 seconds, once)…');
    const places = await fill(transaction, files);
    await transaction`
      insert into ref.dataset (name, sha256, loaded_at) values ('places', ${sha256}, now())
      on conflict (name) do update set sha256 = excluded.sha256, loaded_at = now()`;
    return places;
  });
  if (loaded === 0) return;
  await sql`analyze ref.country, ref.region, ref.place, ref.postal_code, ref.place_alias`;
  log(`${loaded.toLocaleString('en')} places are loaded.`);
}

/** Returns the number of towns. */
async function fill(sql: TransactionSql, files: Buffer[]): Promise<number> {
  const [countries, regions, places, postalCodes, aliases] = files.map(lines) as [Row[], Row[], Row[], Row[], Row[]];
  const tables = placeTables({ countries, regions, places, postalCodes, aliases });
  await merge(sql, 'country', ['code', 'name', 'names', 'population'], tables.countries);
  await merge(sql, 'region', ['key', 'country', 'code', 'name', 'folded', 'population'], tables.regions);
  const placeColumns = ['id', 'name', 'folded', 'country', 'region_key', 'population', 'lat', 'lng'];
  await merge(sql, 'place', placeColumns, tables.places);
  await sql`delete from ref.postal_code`;
  await copy(sql, 'ref.postal_code', ['country', 'code', 'place_id'], tables.postalCodes);
  await sql`delete from ref.place_alias`;
  await copy(sql, 'ref.place_alias', ['folded', 'place_id', 'region_key', 'country'], tables.aliases);
  return tables.places.length;
}

async function isLoaded(sql: Sql | TransactionSql, sha256: string): Promise<boolean> {
  const rows = await sql`select from ref.dataset where name = 'places' and sha256 = ${sha256}`;
  return rows.length > 0;
}

function lines(bytes: Buffer, index: number): Row[] {
  const text = (FILES[index]?.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('utf8');
  return text
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Adds new rows and changes those that differ; the first column is the key. */
async function merge(sql: TransactionSql, table: string, columns: string[], rows: Row[]): Promise<void> {
  const [key, ...others] = columns;
  const list = columns.join(', ');
  await sql.unsafe(`create temporary table fresh on commit drop as select ${list} from ref.${table} with no data`);
  await copy(sql, 'fresh', columns, rows);
  await sql.unsafe(`
    insert into ref.${table} as kept (${list}) select ${list} from fresh
    on conflict (${key}) do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
    where (${others.map((column) => `kept.${column}`).join(', ')})
      is distinct from (${others.map((column) => `excluded.${column}`).join(', ')})`);
  await sql.unsafe('drop table fresh');
}

async function copy(sql: TransactionSql, table: string, columns: string[], rows: Row[]): Promise<void> {
  const target = await sql.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
  await pipeline(Readable.from(batches(rows)), target);
}

function* batches(rows: Row[]): Generator<string> {
  const size = 5000;
  for (let start = 0; start < rows.length; start += size) {
    const batch = rows.slice(start, start + size);
    yield `${batch.map((row) => row.map((cell) => cell.replaceAll('\\', '\\\\') || '\\N').join('\t')).join('\n')}\n`;
  }
}

import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import { command, type Unit, undone } from './command.server';
import { type Tallies, writeProjections } from './projection-writer.server';

const TABLES = [
  ...READER_AUDIENCES.flatMap((audience) =>
    ['people', 'groups', 'positions', 'signatures', 'words', 'counts'].map((name) => `proj_${audience}.${name}`),
  ),
  'core.relation_rows',
];
const BATCH = 500;

/** A projection table whose rows are not what the policy and the grants give. */
export interface Damage {
  table: string;
  /** Rows that stand there and should not, and rows that should and do not. */
  surplus: number;
  missing: number;
}

/**
 * Rebuilds every projection and compares it row by row with what stood there, then takes the rebuild back.
 * @returns the tables that differ; none on a sound hub
 */
export async function verifyProjections(): Promise<Damage[]> {
  return undone(async (unit) => {
    await holdWriters(unit.db);
    const stored = await rowHashes(unit.db);
    await rebuildAll(unit);
    const wanted = await rowHashes(unit.db);
    return TABLES.map((table) => compare(table, stored.get(table) ?? [], wanted.get(table) ?? [])).filter(
      ({ surplus, missing }) => surplus + missing > 0,
    );
  });
}

/** Lets nobody change a person or group until the transaction ends. */
export const holdWriters = (db: Transaction) =>
  db.execute(sql`lock table core.people, core.groups in share row exclusive mode`);

/** Writes every projection anew and keeps the result: what mends a damaged one. */
export const rebuildProjections = (): Promise<void> =>
  command(async (unit) => {
    await holdWriters(unit.db);
    await rebuildAll(unit);
  });

const idsOf = async (db: Transaction, subject: 'people' | 'groups') =>
  (await db.execute<{ id: string }>(sql`select id from ${sql.raw(`core.${subject}`)} order by id`)).map(({ id }) => id);

/** Writes every projection anew under the unit's policy, in batches. Nobody else may change a person or group meanwhile. */
export async function rebuildAll(
  { db, policy }: Unit,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  for (const table of TABLES) await db.execute(sql`delete from ${sql.raw(table)}`);
  const tallies: Tallies = new Map();
  const ids = { people: await idsOf(db, 'people'), groups: await idsOf(db, 'groups') };
  const total = ids.people.length + ids.groups.length;
  let done = 0;
  for (const subject of ['people', 'groups'] as const) {
    for (let at = 0; at < ids[subject].length; at += BATCH) {
      const batch = new Set(ids[subject].slice(at, at + BATCH));
      await writeProjections(db, policy, { people: new Set(), groups: new Set(), [subject]: batch }, tallies);
      done += batch.size;
      onProgress(done, total);
    }
  }
  for (const [name, tally] of tallies) await tally.write(db, name.split(' ')[0] as ReaderAudience);
}

async function rowHashes(db: Transaction): Promise<Map<string, string[]>> {
  const hashes = new Map<string, string[]>();
  for (const table of TABLES) {
    const rows = await db.execute<{ hash: string }>(sql`select md5(t::text) as hash from ${sql.raw(table)} as t`);
    hashes.set(
      table,
      rows.map((row) => row.hash),
    );
  }
  return hashes;
}

function compare(table: string, stored: string[], wanted: string[]): Damage {
  const left = new Map<string, number>();
  for (const hash of wanted) left.set(hash, (left.get(hash) ?? 0) + 1);
  let surplus = 0;
  for (const hash of stored) {
    const count = left.get(hash) ?? 0;
    if (count > 0) left.set(hash, count - 1);
    else surplus += 1;
  }
  return { table, surplus, missing: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

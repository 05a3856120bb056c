import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { tombstones } from '#db/schema/leaving';
import { writer } from '#db/writer.server';
import { keyedHash } from '~/lib/env.server';
import { log, logError } from '~/lib/log.server';
import type { Unit } from '~/sharing/command.server';
import { erasePeople } from './erase-people.server';
import { appendTombstones, type Tombstone, tombstonesFromFile } from './tombstones-file.server';

/**
 * The hash an address is remembered by once its owner asked not to be here: keyed with the hub's secret, so that nobody
 * without it can try addresses against a stolen list. The other side of that: a hub with another `HUB_SECRET` no longer
 * knows the addresses of its older tombstones. People in a backup are still met, by the subject key that stands in the
 * backup beside them; a new import of such an address is not.
 */
export const addressHash = (email: string): string => keyedHash('tombstone', email.trim().toLowerCase());

/**
 * Notes that someone asked not to be here, in the transaction that deletes them; once it is committed also in the file
 * beside the backups. A file that cannot be written undoes nothing: the next start writes what it lacks.
 * @throws Error if neither an address nor a subject key is given
 */
export async function entomb(
  unit: Unit,
  gone: readonly { email: string | null; subjectKey: string | null }[],
): Promise<void> {
  if (gone.length === 0) return;
  const erasedAt = new Date();
  const rows: Tombstone[] = gone.map(({ email, subjectKey }) => ({
    addressHash: email === null ? null : addressHash(email),
    subjectKey,
    erasedAt,
  }));
  await writeRows(unit.db, rows);
  unit.afterCommit(() => {
    try {
      appendTombstones(rows);
    } catch (error) {
      log(
        `The file of tombstones could not be written (${(error as NodeJS.ErrnoException).code}); the next start adds what it lacks.`,
      );
    }
  });
}

const writeRows = async (db: Transaction, rows: readonly Tombstone[]): Promise<void> => {
  if (rows.length > 0)
    await db
      .insert(tombstones)
      .values([...rows])
      .onConflictDoNothing();
};

/** Which of these addresses belong to people who asked not to be here, in lower case. */
export async function erasedAmong(db: Transaction, emails: readonly string[]): Promise<Set<string>> {
  const byHash = new Map(emails.map((email) => [addressHash(email), email.trim().toLowerCase()]));
  const rows = await db.execute<{ hash: string }>(sql`
    select distinct address_hash as hash from core.tombstones
    where address_hash in (select jsonb_array_elements_text(${JSON.stringify([...byHash.keys()])}::jsonb))`);
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
}

/**
 * Makes everybody who asked not to be here absent again: for after a restore, within its transaction or after it. Takes
 * the tombstones of the table and of the file together, adds missing rows to the table, and deletes whoever is still
 * there by their subject key, or by an address that came before the wish: who came back of their own accord stays.
 * @returns how many people were deleted
 */
export async function replayTombstones(
  unit: Unit,
  fromFile: readonly Tombstone[] = tombstonesFromFile(),
): Promise<number> {
  await writeRows(unit.db, fromFile);
  const [byKey, wished] = await Promise.all([
    unit.db.execute<{ id: string }>(sql`
      select k.person_id as id from core.subject_keys k join core.tombstones t on t.subject_key = k.key`),
    unit.db.execute<{ hash: string; erased: string }>(sql`
      select address_hash as hash, max(erased_at)::text as erased from core.tombstones where address_hash is not null group by 1`),
  ]);
  const ids = new Set(byKey.map(({ id }) => id));
  const erasedAt = new Map(wished.map(({ hash, erased }) => [hash, Date.parse(erased)]));
  if (erasedAt.size > 0) {
    const known = await unit.db.execute<{ id: string; email: string; since: string }>(sql`
      select person_id as id, email, created_at::text as since from core.accounts
      union all select person_id, email, imported_at::text from core.imported_people`);
    for (const { id, email, since } of known) {
      const erased = erasedAt.get(addressHash(email));
      if (erased !== undefined && Date.parse(since) <= erased) ids.add(id);
    }
  }
  await erasePeople(unit, [...ids]);
  return ids.size;
}

/** Writes into the file what it lacks of the table, as after a disk that was full; logged and not thrown if it still cannot. */
export async function mendTombstonesFile(): Promise<void> {
  try {
    const keyOf = (each: Tombstone) => `${each.addressHash}/${each.subjectKey}`;
    const present = new Set(tombstonesFromFile().map(keyOf));
    const { addressHash, subjectKey, erasedAt } = tombstones;
    const rows = await writer().select({ addressHash, subjectKey, erasedAt }).from(tombstones).orderBy(erasedAt);
    appendTombstones(rows.filter((each) => !present.has(keyOf(each))));
  } catch (error) {
    logError('The file of tombstones', error);
  }
}

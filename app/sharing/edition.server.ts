import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { command, type Unit } from './command.server';
import type { PolicyInForce } from './policies.server';
import { holdWriters, rebuildAll } from './verify.server';

/** Raised when the same record and policy give other projected rows than before, as when `project.ts` changes. */
const EDITION = 4;
const DATASET = 'projections';

/**
 * What the projected rows are made by and from, besides records: our edition, the places, the columns, and the policy for
 * as long as the day of what it widens is still to come.
 */
async function edition(
  db: Transaction,
  { version, waiting }: Pick<PolicyInForce, 'version' | 'waiting'>,
): Promise<string> {
  const waits = waiting ? ` policy ${version} waits` : '';
  const [row] = await db.execute<{ made: string }>(sql`
    select concat(
      (select sha256 from ref.dataset where name = 'places'), ' ',
      (select string_agg(table_name || '.' || column_name || ' ' || udt_name, ',' order by table_name, column_name)
        from information_schema.columns where table_schema = 'proj_public')) as made`);
  return createHash('sha256').update(`edition ${EDITION} ${row?.made}${waits}`).digest('hex');
}

/** Notes that the projected rows are those of this software, the places and the policy as they are now. */
export const noteEdition = async (db: Transaction, policy: PolicyInForce): Promise<void> =>
  void (await note(db, await edition(db, policy)));

const note = (db: Transaction, made: string) =>
  db.execute(sql`
    insert into ref.dataset (name, sha256, loaded_at) values (${DATASET}, ${made}, now())
    on conflict (name) do update set sha256 = excluded.sha256, loaded_at = now()`);

async function isStale(db: Transaction, made: string): Promise<boolean> {
  const rows = await db.execute(sql`select from ref.dataset where name = ${DATASET} and sha256 = ${made}`);
  return rows.length === 0;
}

const anybody = async (db: Transaction) =>
  (await db.execute(sql`select from core.people union all select from core.groups limit 1`)).length > 0;

const PATIENCE = 5000;

/** Says how far a long work is, every few seconds. */
function everySoOften(log: (line: string) => void): (done: number, total: number) => void {
  let last = Date.now();
  return (done, total) => {
    if (Date.now() - last < PATIENCE) return;
    last = Date.now();
    log(`  ${done} of ${total} people and groups`);
  };
}

/**
 * Writes every projection anew if this software makes them in another way than the one that wrote them, or if `first`
 * (run before, in the same transaction) says so. Of several servers that start at once one does it.
 */
export async function ensureProjections(
  log: (line: string) => void,
  first: (unit: Unit) => Promise<boolean> = async () => false,
): Promise<void> {
  await command(async (unit) => {
    const { db } = unit;
    await db.execute(sql`select set_config('statement_timeout', '0', true)`);
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave projections'))`);
    const made = await edition(db, unit.policy);
    const wanted = await first(unit);
    if (!wanted && !(await isStale(db, made))) return;
    if (await anybody(db)) {
      log('Working out anew what everyone may see…');
      await holdWriters(db);
      await rebuildAll(unit, everySoOften(log));
    }
    await note(db, made);
  });
}

/**
 * Once the day of the policy in force has come: works out anew what everyone may see, since what nobody chose for a group
 * stands at the policy's proposals, and raises the revision, so that everything kept in memory is read again. Rows that
 * other software made are left to it.
 * @returns whether the day had come since the rows were made
 */
export const keepEffectiveDay = (log: (line: string) => void): Promise<boolean> =>
  command(async (unit) => {
    const { db, policy } = unit;
    if (policy.waiting) return false;
    await db.execute(sql`select set_config('statement_timeout', '0', true)`);
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave projections'))`);
    if (await isStale(db, await edition(db, { ...policy, waiting: true }))) return false;
    log(`Version ${policy.version} of the privacy policy holds whole from today on.`);
    await holdWriters(db);
    await rebuildAll(unit, everySoOften(log));
    await noteEdition(db, policy);
    return true;
  });

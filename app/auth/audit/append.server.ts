import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { Actor } from '../actor';
import { type AuditEntry, entryHash, NO_ENTRY } from './chain';

/** What is written down about the use of power over others. */
export type AuditAction =
  | 'role_granted'
  | 'role_revoked'
  | 'code_handed_over'
  | 'person_deleted'
  | 'alert_sent'
  | 'data_exported'
  | 'account_paused'
  | 'pause_lifted'
  | 'hold_begun'
  | 'hold_lifted'
  | 'statement_published'
  | 'concern_contacts'
  | 'concern_outside'
  | 'concern_assigned'
  | 'concern_closed'
  | 'policy_published';

interface Deed {
  action: AuditAction;
  /** To whom. */
  personId?: string | null;
  /** Never free text. */
  detail?: Record<string, string | number>;
}

const keyOf = async (db: Transaction, personId: string | null | undefined): Promise<string | null> => {
  if (!personId) return null;
  const [row] = await db.execute<{ key: string }>(sql`select key from core.subject_keys where person_id = ${personId}`);
  return row?.key ?? null;
};

/** The key that stands for whoever does something, wherever it is written down: never a name. */
export const actorKey = async (db: Transaction, actor: Actor): Promise<string> =>
  (await keyOf(db, actor.kind === 'person' ? actor.personId : null)) ?? 'console';

/** Adds an entry in the transaction of what it tells; one at a time, so that the chain has no fork. */
export async function writeDown(db: Transaction, actor: Actor, { action, personId, detail = {} }: Deed): Promise<void> {
  const by = await actorKey(db, actor);
  const subjectKey = await keyOf(db, personId);
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave audit'))`);
  const [last] = await db.execute<{ seq: string; hash: string }>(
    sql`select seq, hash from core.audit order by seq desc limit 1`,
  );
  const at = new Date().toISOString();
  const entry: AuditEntry = { seq: Number(last?.seq ?? 0) + 1, at, actorKey: by, action, subjectKey, detail };
  const previousHash = last?.hash ?? NO_ENTRY;
  await db.execute(sql`
    insert into core.audit (seq, at, actor_key, action, subject_key, detail, previous_hash, hash)
    values (${entry.seq}, ${at}, ${by}, ${action}, ${subjectKey}, ${JSON.stringify(detail)}::jsonb, ${previousHash}, ${entryHash(entry, previousHash)})`);
}

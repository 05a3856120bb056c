import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { type ChainedRecord, chained, type LedgerRecord } from './chain';
import { keysOf } from './keys.server';

/** Whose consent it is: by id, or by key where the row of the key goes in the same transaction. */
export type ConsentSubject = { kind: 'person' | 'group'; id: string } | { kind: 'key'; key: string };

/** A consent as a change tells of it; the rest is filled in when it is written down. */
export type ConsentEntry = Omit<LedgerRecord, 'seq' | 'id' | 'at' | 'subjectKey' | 'actorKey' | 'relation'> & {
  subject: ConsentSubject;
  /** Person who did it; null for the hub itself. */
  actorId: string | null;
  /** When it was said, if that was before now. */
  at?: Date;
  /** Where it is about a relation and not about an audience. */
  relation?: string;
};

const THE_HUB = 'hub';

/**
 * Adds records to the ledger in the transaction of what they tell, one transaction at a time, so that the chain has no
 * fork. Whoever came and went within the transaction leaves none.
 */
export async function appendConsents(db: Transaction, entries: readonly ConsentEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // Before the lock: the keys of others may be waited for.
  const keys = await keysOf(db, entries);
  // Sent together, and run in turn: what is read is as the lock found it.
  const [, [last]] = await Promise.all([
    db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave consents'))`),
    db.execute<{ seq: string; hash: string }>(sql`select seq, hash from core.consents order by seq desc limit 1`),
  ]);
  const now = new Date();
  const records = entries.flatMap(({ subject, actorId, at = now, relation = null, ...entry }) => {
    const subjectKey = subject.kind === 'key' ? subject.key : keys[subject.kind].get(subject.id);
    if (!subjectKey) return [];
    const actorKey = (actorId && keys.person.get(actorId)) || THE_HUB;
    return [{ ...entry, id: randomUUID(), at: at.toISOString(), subjectKey, actorKey, relation }];
  });
  await insert(db, chained(records, last ? { seq: Number(last.seq), hash: last.hash } : null));
}

const COLUMNS = {
  ...{ seq: 'bigint', id: 'uuid', at: 'timestamptz', subject_key: 'uuid', actor_key: 'text', category: 'text' },
  ...{ audience: 'text', relation: 'text', purposes: 'text[]', policy_sha256: 'text', words_sha256: 'text' },
  ...{ event: 'text', method: 'text', previous_hash: 'text', hash: 'text' },
};
const NAMES = sql.raw(Object.keys(COLUMNS).join(', '));
const TYPED = sql.raw(
  Object.entries(COLUMNS)
    .map((column) => column.join(' '))
    .join(', '),
);

const MOST_AT_ONCE = 5000;
const asRow = ({ subjectKey, actorKey, policySha256, wordsSha256, previousHash, ...same }: ChainedRecord) => ({
  ...same,
  ...{ subject_key: subjectKey, actor_key: actorKey, policy_sha256: policySha256, words_sha256: wordsSha256 },
  previous_hash: previousHash,
});

async function insert(db: Transaction, records: readonly ChainedRecord[]): Promise<void> {
  for (let at = 0; at < records.length; at += MOST_AT_ONCE) {
    const rows = JSON.stringify(records.slice(at, at + MOST_AT_ONCE).map(asRow));
    await db.execute(sql`
      insert into core.consents (${NAMES}) select ${NAMES} from jsonb_to_recordset(${rows}::jsonb) as r(${TYPED})`);
  }
}

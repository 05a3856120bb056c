import { createHash } from 'node:crypto';
import type { ConsentEvent, ConsentMethod } from '#db/schema/consents';
import type { Audience } from '~/lib/audience';

/** One record of the ledger. Nothing in it is free text, and no name. */
export interface LedgerRecord {
  seq: number;
  id: string;
  /** ISO date and time. */
  at: string;
  subjectKey: string;
  /** Key of the person who did it, or `hub`. */
  actorKey: string;
  category: string;
  audience: Audience;
  relation: string | null;
  purposes: readonly string[];
  policySha256: string;
  wordsSha256: string;
  event: ConsentEvent;
  method: ConsentMethod;
}

export interface ChainedRecord extends LedgerRecord {
  previousHash: string;
  hash: string;
}

/** What the first record follows. */
export const NO_RECORD = '0'.repeat(64);

/** Hash of a record after another: SHA-256 of both in one fixed spelling. */
export function recordHash(record: LedgerRecord, previousHash: string): string {
  const { seq, id, at, subjectKey, actorKey, category, audience, relation, purposes } = record;
  const { policySha256, wordsSha256, event, method } = record;
  const who = [seq, id, at, subjectKey, actorKey];
  const what = [category, audience, relation, purposes, policySha256, wordsSha256, event, method];
  return createHash('sha256')
    .update(JSON.stringify([previousHash, ...who, ...what]))
    .digest('hex');
}

/** Records put after the last one of a chain. */
export function chained(records: readonly Omit<LedgerRecord, 'seq'>[], last: { seq: number; hash: string } | null) {
  let { seq, hash } = last ?? { seq: 0, hash: NO_RECORD };
  return records.map((each): ChainedRecord => {
    const record = { ...each, seq: seq + 1 };
    const previousHash = hash;
    ({ seq, hash } = { seq: record.seq, hash: recordHash(record, previousHash) });
    return { ...record, previousHash, hash };
  });
}

/**
 * Number of the first record that does not follow from the one before; null if the chain is whole.
 * @param after the record that these follow; null for the beginning
 */
export function firstBroken(
  records: readonly ChainedRecord[],
  after: { seq: number; hash: string } | null = null,
): number | null {
  let { seq, hash } = after ?? { seq: 0, hash: NO_RECORD };
  for (const record of records) {
    seq += 1;
    if (record.seq !== seq || record.previousHash !== hash || record.hash !== recordHash(record, hash)) return seq;
    hash = record.hash;
  }
  return null;
}

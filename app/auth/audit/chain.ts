import { createHash } from 'node:crypto';

export interface AuditEntry {
  seq: number;
  /** ISO date and time. */
  at: string;
  actorKey: string;
  action: string;
  subjectKey: string | null;
  detail: Record<string, string | number>;
}

export interface ChainedEntry extends AuditEntry {
  previousHash: string;
  hash: string;
}

/** What the first entry follows. */
export const NO_ENTRY = '0'.repeat(64);

/** Hash of an entry after another: SHA-256 of both in one fixed spelling. */
export function entryHash(entry: AuditEntry, previousHash: string): string {
  const { seq, at, actorKey, action, subjectKey, detail } = entry;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([previousHash, seq, at, actorKey, action, subjectKey, sorted]);
  return createHash('sha256').update(text).digest('hex');
}

/** Number of the first entry that does not follow from the one before; null if the chain is whole. */
export function firstBroken(entries: readonly ChainedEntry[]): number | null {
  let [previous, seq] = [NO_ENTRY, 0];
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq || entry.previousHash !== previous || entry.hash !== entryHash(entry, previous)) return seq;
    previous = entry.hash;
  }
  return null;
}

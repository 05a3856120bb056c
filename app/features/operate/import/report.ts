import type { ImportOutcome } from '#db/schema/imports';
import type { Field } from './columns';
import type { RowNote } from './notes';

export interface RowReport {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  outcome: ImportOutcome;
  name: string;
  notes: RowNote[];
  unplaced: boolean;
  groupId: string | null;
}

/** What an import did, or in a dry run would do: every row of the file is in it, in the file's order. */
export interface ImportReport {
  dryRun: boolean;
  /** Null in a dry run, which leaves nothing behind. */
  runId: string | null;
  fileName: string;
  source: string;
  encoding: { name: string; guessed: boolean; example: string | null };
  delimiter: string;
  columns: { name: string; field: Field | null; filled: number }[];
  notes: RowNote[];
  rows: RowReport[];
  /** Rows that may be groups that were here before and wait for a decision; none in a dry run. */
  pairsWaiting: number;
}

export function countOutcomes(rows: readonly RowReport[]): Record<ImportOutcome, number> {
  const counts = { created: 0, changed: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Proposed topics with the number of rows that use each, the most used first. */
export function countProposals(rows: readonly RowReport[]): { label: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const { code, detail = '' } of rows.flatMap(({ outcome, notes }) => (outcome === 'skipped' ? [] : notes))) {
    if (code === 'topic_proposed') counts.set(detail, (counts.get(detail) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, each]) => ({ label, rows: each }))
    .sort((a, b) => b.rows - a.rows || (a.label < b.label ? -1 : 1));
}

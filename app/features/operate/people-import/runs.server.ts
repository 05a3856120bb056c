import { asc, eq } from 'drizzle-orm';
import { type ImportOutcome, importRows } from '#db/schema/imports';
import type { Unit } from '~/sharing/command.server';
import type { PersonNote, PersonNoteCode } from './notes';

/** What became of one row, and of whom. */
export interface PersonRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  outcome: ImportOutcome;
  /** In the file's words. */
  name: string;
  notes: PersonNote[];
}

/** What an earlier try of a run that was cut off did, by row. */
export type DoneRows = Map<number, Pick<PersonRow, 'outcome' | 'notes'>>;

export async function doneRows({ db }: Unit, runId: string): Promise<DoneRows> {
  const rows = await db.select().from(importRows).where(eq(importRows.runId, runId)).orderBy(asc(importRows.line));
  const asNotes = (notes: { code: string }[]) => notes.map(({ code }) => ({ code: code as PersonNoteCode }));
  return new Map(rows.map(({ line, outcome, notes }) => [line, { outcome, notes: asNotes(notes) }]));
}

/** Keeps what became of rows: codes only, for the words in a note are somebody's. */
export async function keepRows(
  { db }: Unit,
  runId: string,
  rows: readonly PersonRow[],
  idOfRow: ReadonlyMap<number, string>,
): Promise<void> {
  if (rows.length === 0) return;
  await db.insert(importRows).values(
    rows.map(({ row, outcome, notes }) => ({
      runId,
      line: row,
      outcome,
      notes: notes.map(({ code }) => ({ code })),
      subjectId: idOfRow.get(row) ?? null,
    })),
  );
}

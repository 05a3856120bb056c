import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { type ImportOutcome, importRows, importRuns } from '#db/schema/imports';
import { type Actor, personIdOf } from '~/auth/actor';
import { DomainError } from '~/lib/errors';
import type { Unit } from '~/sharing/command.server';
import type { CsvTable } from '../import/table.server';
import type { PersonField } from './fields';
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

export interface Run {
  id: string;
  worker: string;
  /** What an earlier try that was cut off did, by row; it goes on behind the last of them. */
  done: Map<number, Pick<PersonRow, 'outcome' | 'notes'>>;
}

/** Starts an import, or takes up the same file again where it was cut off. Whoever still works on it finds out and stops. */
export async function takeUp(
  actor: Actor,
  { db }: Unit,
  { fileName, source, table }: { fileName: string; source: string; table: CsvTable<PersonField> },
): Promise<Run> {
  const mapping = Object.fromEntries(table.columns.map(({ name, field }) => [name, field ?? 'ignore']));
  const worker = randomUUID();
  const [open] = await db
    .select({ id: importRuns.id })
    .from(importRuns)
    .where(
      and(
        eq(importRuns.kind, 'people'),
        eq(importRuns.fileSha256, table.sha256),
        eq(importRuns.source, source),
        sql`${importRuns.mapping} = ${JSON.stringify(mapping)}::jsonb`,
        isNull(importRuns.finishedAt),
        isNull(importRuns.undoneAt),
      ),
    )
    .orderBy(desc(importRuns.createdAt))
    .limit(1);
  if (open) {
    await db.update(importRuns).set({ worker }).where(eq(importRuns.id, open.id));
    const rows = await db.select().from(importRows).where(eq(importRows.runId, open.id)).orderBy(asc(importRows.line));
    const asNotes = (notes: { code: string }[]) => notes.map(({ code }) => ({ code: code as PersonNoteCode }));
    return {
      id: open.id,
      worker,
      done: new Map(rows.map(({ line, outcome, notes }) => [line, { outcome, notes: asNotes(notes) }])),
    };
  }
  const startedBy = personIdOf(actor) ?? (actor.kind === 'system' ? actor.reason : 'console');
  const [run] = await db
    .insert(importRuns)
    .values({
      kind: 'people',
      fileName,
      fileSha256: table.sha256,
      mapping,
      startedBy,
      source,
      worker,
      rows: table.rows,
    })
    .returning({ id: importRuns.id });
  if (!run) throw new Error('The import was not written down.');
  return { id: run.id, worker, done: new Map() };
}

/**
 * Holds a run for its next batch.
 * @throws DomainError `conflict` if somebody else took it up or undid it
 */
export async function holdRun({ db }: Unit, run: Run): Promise<void> {
  const [row] = await db
    .select({ worker: importRuns.worker, undoneAt: importRuns.undoneAt })
    .from(importRuns)
    .where(eq(importRuns.id, run.id))
    .for('update');
  if (row?.worker !== run.worker || row.undoneAt)
    throw new DomainError('conflict', 'This import was started again or undone somewhere else in between.');
}

/** Keeps what became of rows: codes only, for the words in a note are somebody's. */
export async function keepRows(
  { db }: Unit,
  run: Run,
  rows: readonly PersonRow[],
  idOfRow: ReadonlyMap<number, string>,
): Promise<void> {
  if (rows.length === 0) return;
  await db.insert(importRows).values(
    rows.map(({ row, outcome, notes }) => ({
      runId: run.id,
      line: row,
      outcome,
      notes: notes.map(({ code }) => ({ code })),
      subjectId: idOfRow.get(row) ?? null,
    })),
  );
  await db
    .update(importRuns)
    .set({ lastLine: rows.at(-1)?.row })
    .where(eq(importRuns.id, run.id));
}

export const finishRun = ({ db }: Unit, run: Run) =>
  db.update(importRuns).set({ finishedAt: new Date() }).where(eq(importRuns.id, run.id));

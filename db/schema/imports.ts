import { boolean, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';

export type ImportOutcome = 'created' | 'changed' | 'skipped';

export const importRuns = core.table('import_runs', {
  id: id(),
  kind: text().$type<'groups' | 'people'>().notNull(),
  fileName: text().notNull(),
  fileSha256: text().notNull(),
  mapping: jsonb().$type<Record<string, string>>().notNull(),
  startedBy: text().notNull(),
  finishedAt: moment(),
  ...created,
});

/** What became of each row of the file, and why. */
export const importRows = core.table(
  'import_rows',
  {
    runId: uuid()
      .notNull()
      .references(() => importRuns.id, { onDelete: 'cascade' }),
    line: integer().notNull(),
    sourceId: text(),
    outcome: text().$type<ImportOutcome>().notNull(),
    notes: jsonb().$type<{ code: string; detail?: string }[]>().notNull(),
    subjectId: uuid(),
    unplaced: boolean().notNull().default(false),
    suspectedDuplicateOf: uuid(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.line] }), index('import_rows_subject').on(t.subjectId)],
);

import { sql } from 'drizzle-orm';
import { boolean, customType, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { groups } from './groups';
import { people } from './people';

export type ImportOutcome = 'created' | 'changed' | 'skipped';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const importRuns = core.table(
  'import_runs',
  {
    id: id(),
    kind: text().$type<'groups' | 'people'>().notNull(),
    fileName: text().notNull(),
    fileSha256: text().notNull(),
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    startedBy: text().notNull(),
    finishedAt: moment(),
    source: text(),
    encoding: text(),
    /** By which a mapping is offered again for a file of the same columns. */
    headerSha256: text(),
    rows: integer(),
    /** Last row of the file that was dealt with: a run that was cut off goes on behind it. */
    lastLine: integer(),
    /** Who carries the run on; whoever took it up before finds another name here and stops. */
    worker: uuid(),
    /** When its worker was last at it: a run that nobody has been at for long has stopped. */
    seenAt: moment(),
    /** Why it stopped before its end, in words that may be shown. */
    failure: text(),
    undoStartedAt: moment(),
    undoneAt: moment(),
    undoneBy: text(),
    ...created,
  },
  (t) => [index('import_runs_file').on(t.fileSha256), index('import_runs_header').on(t.headerSha256)],
);

const runId = () =>
  uuid()
    .notNull()
    .references(() => importRuns.id, { onDelete: 'cascade' });

/** What became of each row of the file, and why. */
export const importRows = core.table(
  'import_rows',
  {
    runId: runId(),
    line: integer().notNull(),
    sourceId: text(),
    outcome: text().$type<ImportOutcome>().notNull(),
    notes: jsonb().$type<{ code: string; detail?: string }[]>().notNull(),
    subjectId: uuid(),
    unplaced: boolean().notNull().default(false),
    suspectedDuplicateOf: uuid(),
    name: text(),
    /** What stood there before a changed row was written, whole: undoing puts it back. */
    before: jsonb().$type<Record<string, unknown>>(),
    /** `undone`, or why the row was left as it is when the import was undone. */
    undo: text(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.line] }),
    index('import_rows_subject').on(t.subjectId),
    index('import_rows_suspects').on(t.runId, t.line).where(sql`${t.suspectedDuplicateOf} is not null`),
  ],
);

/** A file somebody uploaded, kept until it is imported: deleted when it is, and after seven days in any case. */
export const importFiles = core.table(
  'import_files',
  {
    id: id(),
    fileName: text().notNull(),
    fileSha256: text().notNull(),
    bytes: integer().notNull(),
    uploadedBy: uuid().references(() => people.id, { onDelete: 'cascade' }),
    runId: uuid().references(() => importRuns.id, { onDelete: 'cascade' }),
    ...created,
  },
  (t) => [index('import_files_run').on(t.runId), index('import_files_uploaded_by').on(t.uploadedBy)],
);

export const importFileParts = core.table(
  'import_file_parts',
  {
    fileId: uuid()
      .notNull()
      .references(() => importFiles.id, { onDelete: 'cascade' }),
    part: integer().notNull(),
    content: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.part] })],
);

export type DuplicateChoice = 'kept' | 'merged' | 'both';

/** What operators decided about two groups that may be one. The first decision holds. */
export const duplicateDecisions = core.table(
  'duplicate_decisions',
  {
    id: id(),
    /** The group that was there. */
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    /** The group that came later; gone unless both are real. */
    otherId: uuid().notNull(),
    choice: text().$type<DuplicateChoice>().notNull(),
    /** What the other is known by where it came from: a later import meets it as the group that was kept. */
    source: text(),
    sourceId: text(),
    runId: uuid().references(() => importRuns.id, { onDelete: 'cascade' }),
    /** The group that was there before the two were merged, and its version after. */
    before: jsonb().$type<Record<string, unknown>>(),
    version: integer(),
    /** The group that came later, whole, where it is gone: taking the decision back puts it there again. */
    otherBefore: jsonb().$type<Record<string, unknown>>(),
    decidedBy: text().notNull(),
    ...created,
  },
  (t) => [
    uniqueIndex('duplicate_decisions_pair').on(t.otherId, t.groupId),
    index('duplicate_decisions_group').on(t.groupId),
    index('duplicate_decisions_source').on(t.source, t.sourceId),
    index('duplicate_decisions_run').on(t.runId),
  ],
);

import { sql } from 'drizzle-orm';
import { audienceOfPerson } from '~/auth/roles.server';
import { DomainError } from '~/lib/errors';
import { logError } from '~/lib/log.server';
import { command } from '~/sharing/command.server';
import { importGroups } from '../import/import-groups.server';
import { undoImport } from '../import/undo.server';
import { readContent } from './files.server';

const SYSTEM = { kind: 'system', reason: 'import' } as const;

class Stopped extends Error {}

let stopping = false;
let last: Promise<void> = Promise.resolve();
const waiting = new Set<string>();

/** Carries an import on, or its undoing, in the background of the server, one after the other. */
export function carryOn(runId: string): void {
  if (waiting.has(runId)) return;
  waiting.add(runId);
  last = last
    .then(() => (stopping ? undefined : work(runId)))
    .catch((error) => (error instanceof Stopped ? undefined : logError('An import', error)))
    .finally(() => waiting.delete(runId));
}

/** Whether this server has a run under way or about to be. */
export const isCarriedOn = (runId: string): boolean => waiting.has(runId);

function breathe(): void {
  if (stopping) throw new Stopped();
}

async function work(runId: string): Promise<void> {
  const [run] = await command(({ db }) =>
    db.execute<Waiting>(sql`
      select r.mapping, r.source, r.encoding, r.started_by, r.undo_started_at is not null as undoing, f.id as file_id, f.file_name as name
      from core.import_runs r left join core.import_files f on f.run_id = r.id
      where r.id = ${runId} and r.undone_at is null and (r.finished_at is null or r.undo_started_at is not null)`),
  );
  if (!run) return;
  if (run.undoing) return void (await undoImport(SYSTEM, runId, breathe));
  if (!run.file_id) return;
  const { file_id: fileId, name: fileName, source, encoding, mapping } = run;
  const content = await command((unit) => readContent(unit, fileId));
  const map = Object.entries(mapping).map(([column, field]) => `${column}=${field}`);
  try {
    const reader = await audienceOfPerson(run.started_by);
    await importGroups(SYSTEM, { fileName, content }, { map, source, encoding, reader, onProgress: breathe });
  } catch (error) {
    // Undone, or taken up elsewhere: nothing went wrong.
    if (error instanceof Stopped || (error instanceof DomainError && error.code === 'conflict')) return;
    await command(({ db }) =>
      db.execute(sql`update core.import_runs set failure = 'stopped' where id = ${runId} and finished_at is null`),
    );
    throw error;
  }
}

interface Waiting extends Record<string, unknown> {
  mapping: Record<string, string>;
  source: string;
  encoding: string;
  started_by: string;
  undoing: boolean;
  file_id: string | null;
  name: string;
}

/** Goes on with everything that a stopped server left half done. @returns what stops it between two batches */
export function startImports(): () => Promise<void> {
  stopping = false;
  void command(({ db }) =>
    db.execute<{ id: string }>(sql`
      select r.id from core.import_runs r
      where r.kind = 'groups' and r.undone_at is null and (r.undo_started_at is not null
        or (r.finished_at is null and exists (select from core.import_files f where f.run_id = r.id)))
      order by r.created_at`),
  )
    .then((runs) => {
      for (const { id } of runs) carryOn(id);
    })
    .catch((error) => logError('Imports', error));
  return async () => {
    stopping = true;
    await last;
  };
}

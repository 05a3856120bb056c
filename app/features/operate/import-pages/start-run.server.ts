import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { beginRun } from '../import/runs.server';
import { sourceName } from '../import/source-name';
import { holdSource } from '../import/write-batch.server';
import { carryOn } from './background.server';
import { readColumns, withFields } from './check-page.server';
import { ownFile } from './files.server';

/**
 * Starts to import an uploaded file by the columns a form said. @returns the run
 * @throws DomainError `invalid` while no column, or more than one, is the name
 */
export async function startRun(viewer: SignedIn, fileId: string, said: URLSearchParams): Promise<string> {
  const file = await ownFile(viewer, fileId);
  const { guessed, columns, fault } = await readColumns(file, said);
  if (fault) throw new DomainError('invalid', m.import_columns_unclear());
  const table = withFields(guessed, columns);
  const source = sourceName(file.fileName, said.get('source') ?? undefined);
  const runId = await command(async (unit) => {
    await holdSource(unit, source);
    const run = await beginRun(viewer, unit, { kind: 'groups', fileName: file.fileName, source, table });
    await unit.db.execute(sql`update core.import_files set run_id = ${run.id} where id = ${file.id}`);
    return run.id;
  });
  carryOn(runId);
  return runId;
}

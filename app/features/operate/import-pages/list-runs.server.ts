import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { uuids } from '~/sharing/load-records.server';
import { runPairs } from '../duplicates/pairs.server';
import { type RunSummary, recentRuns } from './run-page.server';

export interface ListedRun extends RunSummary {
  /** Pairs of it that wait for a decision and that the viewer may see. */
  waiting: number;
}

/** The newest imports of groups, with how many pairs of each wait. @throws DomainError `not_found` */
export async function listRuns(viewer: SignedIn): Promise<ListedRun[]> {
  const runs = await recentRuns(viewer);
  const settled = runs.filter(({ state }) => state === 'finished' || state === 'stopped').map(({ id }) => id);
  const rows = await command(({ db }) =>
    db.execute<{ id: string }>(sql`
      select id from core.import_runs r where id = any(${uuids(settled)})
        and exists (select from core.import_rows i where i.run_id = r.id and i.suspected_duplicate_of is not null)`),
  );
  const waiting = new Map<string, number>();
  for (const { id } of rows) {
    const { pairs } = await runPairs(viewer, id);
    waiting.set(id, pairs.filter(({ choice }) => choice === null).length);
  }
  return runs.map((run) => ({ ...run, waiting: waiting.get(run.id) ?? 0 }));
}

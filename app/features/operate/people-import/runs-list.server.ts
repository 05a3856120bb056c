import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { command } from '~/sharing/command.server';

export interface PeopleRun {
  id: string;
  source: string;
  /** ISO date and time. */
  day: string;
  created: number;
  /** People of it who have not answered. */
  waiting: number;
  undone: boolean;
}

const MOST = 20;

/** The latest imports of people, for stewards. */
export async function peopleRuns(viewer: SignedIn): Promise<PeopleRun[]> {
  mustBe(viewer, 'steward');
  return command(async ({ db }) => [
    ...(await db.execute<PeopleRun & Record<string, unknown>>(sql`
      select r.id, coalesce(r.source, r.file_name) as source, to_json(r.created_at) #>> '{}' as day, r.undone_at is not null as undone,
        (select count(*)::int from core.import_rows x where x.run_id = r.id and x.outcome = 'created') as created,
        (select count(*)::int from core.imported_people i where i.run_id = r.id) as waiting
      from core.import_runs r where r.kind = 'people' order by r.created_at desc, r.id limit ${MOST}`)),
  ]);
}

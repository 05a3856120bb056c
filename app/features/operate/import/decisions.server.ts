import { sql } from 'drizzle-orm';
import type { Unit } from '~/sharing/command.server';

/** Rows of a source that people decided to be a group that was there, with its id and name. */
export async function decidedRows({ db }: Unit, source: string): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.execute<{ source_id: string; id: string; name: string }>(sql`
    select d.source_id, g.id, g.name from core.duplicate_decisions d join core.groups g on g.id = d.group_id
    where d.source = ${source} and d.source_id is not null and d.choice <> 'both'`);
  return new Map(rows.map(({ source_id, ...group }) => [source_id, group]));
}

/** Whether people said of two groups, by their ids, that both are real. */
export async function apartPairs({ db }: Unit): Promise<(a: string, b: string) => boolean> {
  const rows = await db.execute<{ pair: string }>(sql`
    select group_id || ' ' || other_id as pair from core.duplicate_decisions where choice = 'both'`);
  const pairs = new Set(rows.map((row) => row.pair));
  return (a, b) => pairs.size > 0 && (pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`));
}

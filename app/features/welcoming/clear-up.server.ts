import { sql } from 'drizzle-orm';
import { erasePeople } from '~/auth/erase-people.server';
import { command } from '~/sharing/command.server';
import { assignWaiting } from './assign.server';
import { UNANSWERED_KEPT_DAYS, UNOPENED_KEPT_DAYS } from './kept';

const before = (now: Date, days: number) =>
  sql`${new Date(now.getTime() - days * 86_400_000).toISOString()}::timestamptz`;

/**
 * What time does with those who ask to join: what was typed goes when its link was not opened for a week, and a newcomer
 * whom nobody welcomed goes 60 days after anything was last said. Nobody is remembered as having asked.
 */
export async function tidyJoining(now = new Date()): Promise<void> {
  await command(({ db }) =>
    db.execute(sql`delete from core.applications where created_at < ${before(now, UNOPENED_KEPT_DAYS)}`),
  );
  await command(async (unit) => {
    const rows = await unit.db.execute<{ id: string }>(sql`
      select p.id from core.newcomers n join core.people p on p.id = n.person_id
      where p.standing = 'newcomer' and not p.demo and n.updated_at < ${before(now, UNANSWERED_KEPT_DAYS)}
      order by 1 limit 200 for update of p`);
    await erasePeople(
      unit,
      rows.map(({ id }) => id),
    );
  });
  await command(assignWaiting);
}

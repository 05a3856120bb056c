import { sql } from 'drizzle-orm';
import { erasePeople } from '~/auth/erase-people.server';
import { IMPORTED_KEPT_DAYS } from '~/lib/standing';
import { command } from '~/sharing/command.server';

const BATCH = 200;

/**
 * Deletes imported people of whom nothing was heard for 60 days, invited or not. They leave no tombstone: silence is not
 * a wish never to be asked again, and a mark of someone who never heard of us is one more thing kept about them.
 * @returns how many went
 */
export async function deleteUnanswered(): Promise<number> {
  for (let gone = 0; ; ) {
    const ids = await command(async (unit) => {
      const rows = await unit.db.execute<{ id: string }>(sql`
        select i.person_id as id from core.imported_people i join core.people p on p.id = i.person_id
        where i.imported_at < now() - make_interval(days => ${IMPORTED_KEPT_DAYS}) and p.standing = 'imported'
        order by 1 limit ${BATCH} for update of p`);
      await erasePeople(
        unit,
        rows.map(({ id }) => id),
      );
      return rows.length;
    });
    gone += ids;
    if (ids < BATCH) return gone;
  }
}

import { eq, sql } from 'drizzle-orm';
import { importRuns } from '#db/schema/imports';
import { type Actor, personIdOf } from '~/auth/actor';
import { erasePeople } from '~/auth/erase-people.server';
import { mustBe } from '~/auth/must-be';
import { notFound } from '~/lib/errors';
import { isUuid } from '~/lib/uuid';
import { command } from '~/sharing/command.server';
import { BATCH_ROWS } from '../import/limits';

/**
 * Takes an import of people back: whoever came with it and has not accepted goes, without a tombstone. Those who accepted
 * are members by their own wish and stay. Done again it goes on where it was cut off.
 * @returns how many people went
 * @throws DomainError `not_found` for an import that is not there
 */
export async function undoPeopleImport(actor: Actor, runId: string): Promise<number> {
  mustBe(actor, 'steward');
  if (!isUuid(runId)) throw notFound('There is no such import.');
  await command(async ({ db }) => {
    const undoneBy = personIdOf(actor) ?? 'console';
    const rows = await db
      .update(importRuns)
      .set({ undoneAt: sql`coalesce(${importRuns.undoneAt}, now())`, undoneBy })
      .where(sql`${eq(importRuns.id, runId)} and ${importRuns.kind} = 'people'`)
      .returning({ id: importRuns.id });
    if (rows.length === 0) throw notFound('There is no such import.');
  });
  for (let gone = 0; ; ) {
    const count = await command(async (unit) => {
      const rows = await unit.db.execute<{ id: string }>(sql`
        select i.person_id as id from core.imported_people i join core.people p on p.id = i.person_id
        where i.run_id = ${runId} and p.standing = 'imported' order by 1 limit ${BATCH_ROWS} for update of p`);
      await erasePeople(
        unit,
        rows.map(({ id }) => id),
      );
      return rows.length;
    });
    gone += count;
    if (count < BATCH_ROWS) return gone;
  }
}

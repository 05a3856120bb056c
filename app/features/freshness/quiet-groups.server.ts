import { sql } from 'drizzle-orm';
import type { Actor } from '~/auth/actor';
import { command } from '~/sharing/command.server';

/** After so many years without a sign of life a group leaves the list that nobody searched. */
export const QUIET_YEARS = 3;

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const MOST_AT_ONCE = 500;

/** The last day someone said that a group's entry is right, wrote it anew or listed it. */
const lastSign = sql`greatest(listed_on, last_confirmed_on, edited_on)`;

/**
 * Writes down which groups have been quiet for long and which no longer are, a few hundred at a time, so that a marked
 * group's projections change in the transaction that marks it. The made-up groups of a demo stand at a day of their own.
 * @returns how many groups changed; nothing more to do gives 0
 */
export async function markQuietGroups(_actor: Actor, now = new Date()): Promise<number> {
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - QUIET_YEARS);
  const wanted = sql`case when ${lastSign} < ${isoDay(limit)}::date then ${lastSign} end`;
  let changed = 0;
  for (;;) {
    const marked = await command(async (unit) => {
      const rows = await unit.db.execute<{ id: string }>(sql`
        update core.groups set quiet_since = ${wanted} where id in (
          select id from core.groups where not demo and quiet_since is distinct from ${wanted}
          order by id limit ${MOST_AT_ONCE} for no key update)
        returning id`);
      for (const { id } of rows) unit.groupChanged(id);
      return rows.length;
    });
    changed += marked;
    if (marked < MOST_AT_ONCE) return changed;
  }
}

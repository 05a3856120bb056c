import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';

/**
 * Whom a claim `c` concerns by their position `p` in its group, besides those it names: whoever leads the group and, when
 * someone says that they speak for it, everyone who belonged to it then. Who says so afterwards learns nothing of it.
 */
export const CONCERNED = sql`(p.leads or (c.kind = 'claim' and p.created_at <= c.created_at))`;

/** Ids of the people a claim concerns by their position in its group. */
export async function concernedBy(db: Transaction, claimId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select p.person_id as id from core.claims c join core.positions p on p.group_id = c.group_id
    where c.id = ${claimId} and ${CONCERNED}`);
  return rows.map(({ id }) => id);
}

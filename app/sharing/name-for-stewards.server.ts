import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';

/** What the stewards' projection calls someone, and nothing that it does not hold; null for whoever is not in it. */
export async function nameForStewards(db: Transaction, personId: string): Promise<string | null> {
  const [row] = await db.execute<{ name: string | null }>(
    sql`select name from proj_steward.people where person_id = ${personId}`,
  );
  return row?.name ?? null;
}

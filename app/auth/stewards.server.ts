import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { accounts, roleGrants } from '#db/schema/accounts';

/** One change of who is steward, or of what stewards decide together, at a time: two at once are told of each other. */
export const holdStewards = (db: Transaction) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave stewards'))`);

/** Whether the network would have no steward left without this person. */
export async function isLastSteward(db: Transaction, personId: string): Promise<boolean> {
  const stewards = await db
    .select({ personId: accounts.personId })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(eq(roleGrants.role, 'steward'));
  return stewards.length === 1 && stewards[0]?.personId === personId;
}

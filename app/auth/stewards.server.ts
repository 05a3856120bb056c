import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { accounts, roleGrants } from '#db/schema/accounts';
import { departures } from '#db/schema/rights';

/** One change of who is steward, or of what stewards decide together, at a time: two at once are told of each other. */
export const holdStewards = (db: Transaction) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave stewards'))`);

/** Whether the network would have no steward left without this person; who is leaving counts as gone. */
export async function isLastSteward(db: Transaction, personId: string): Promise<boolean> {
  const stewards = await db
    .select({ personId: accounts.personId })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(
      and(
        eq(roleGrants.role, 'steward'),
        notExists(db.select({ one: sql`1` }).from(departures).where(eq(departures.personId, accounts.personId))),
      ),
    );
  return stewards.length === 1 && stewards[0]?.personId === personId;
}

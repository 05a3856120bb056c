import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';

/** Ends every session of an account, but for the one of a hash if one is given. */
export async function signOutEverywhere(tx: Transaction, accountId: string, but = ''): Promise<void> {
  await tx.execute(sql`delete from core.sessions where account_id = ${accountId} and id <> ${but}`);
}

/** Ends every session of an account, but for the one of a hash if one is given, and spends the sign-in links that wait for it. */
export async function shutOut(tx: Transaction, accountId: string, but = ''): Promise<void> {
  await signOutEverywhere(tx, accountId, but);
  await tx.execute(
    sql`update core.sign_in_tokens set used_at = now() where account_id = ${accountId} and used_at is null`,
  );
}

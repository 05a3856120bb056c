import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';

/** Ends every session of an account. */
export async function signOutEverywhere(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`delete from core.sessions where account_id = ${accountId}`);
}

/** Ends every session of an account and spends the sign-in links that wait for it. */
export async function shutOut(tx: Transaction, accountId: string): Promise<void> {
  await signOutEverywhere(tx, accountId);
  await tx.execute(
    sql`update core.sign_in_tokens set used_at = now() where account_id = ${accountId} and used_at is null`,
  );
}

import type { Fragment } from '#db/client.server';
import { writerSql } from '#db/writer.server';

/** Whether a passkey, or an app in use, belongs to the account that stands as `a` in a query. */
export const hasFactorOfA = (): Fragment => writerSql()`(
  exists (select from core.passkeys k where k.account_id = a.id)
  or exists (select from core.totp_secrets t where t.account_id = a.id and t.confirmed_at is not null))`;

/** Whether signing in by mail to an account takes a second step. */
export async function hasFactor(accountId: string): Promise<boolean> {
  const [row] = await writerSql()<{ has: boolean }[]>`
    select ${hasFactorOfA()} as has from core.accounts a where a.id = ${accountId}`;
  return row?.has ?? false;
}

import { sql } from 'drizzle-orm';
import { writer, writerSql } from '#db/writer.server';
import { keyedHash } from '~/lib/env.server';
import { plainCode, randomCode } from '~/lib/typed-codes.server';
import { tellAccount } from '../account-news.server';
import type { Actor } from '../actor';
import { writeDown } from '../audit/append.server';
import type { SignedIn } from '../viewer';

const CODES = 10;
const HANDED_OVER_HOURS = 72;

const hashOf = (accountId: string, code: string): string =>
  keyedHash('recovery code', `${accountId} ${plainCode(code)}`);

/** Makes ten codes for paper in the place of those before; they are shown this once. */
export async function makeRecoveryCodes({ accountId }: SignedIn): Promise<string[]> {
  const codes = Array.from({ length: CODES }, randomCode);
  const hashes = codes.map((code) => hashOf(accountId, code));
  await writer().transaction(async (tx) => {
    await tx.execute(sql`delete from core.recovery_codes where account_id = ${accountId}`);
    await tx.execute(sql`
      insert into core.recovery_codes (account_id, hash)
      select ${accountId}::uuid, jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb)`);
    await tellAccount(tx, accountId, 'codes_made');
  });
  return codes;
}

/** A code for someone who has no second step yet, to be handed over by whoever knows them; it lasts three days and is written down. */
export async function handOverCode(
  actor: Actor,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<string> {
  const code = randomCode();
  await writer().transaction(async (tx) => {
    await tx.execute(sql`
      insert into core.recovery_codes (account_id, hash, expires_at)
      values (${accountId}, ${hashOf(accountId, code)}, now() + make_interval(hours => ${HANDED_OVER_HOURS}))`);
    await writeDown(tx, actor, { action: 'code_handed_over', personId });
    if (actor.kind === 'person') await tellAccount(tx, accountId, 'code_handed_over');
  });
  return code;
}

/** Uses a code up; false if it is none of this account, was used or ran out. */
export async function spendRecoveryCode(accountId: string, code: string): Promise<boolean> {
  const used = await writerSql()`
    update core.recovery_codes set used_at = now()
    where account_id = ${accountId} and hash = ${hashOf(accountId, code)} and used_at is null
      and (expires_at is null or expires_at > now()) returning 1`;
  return used.length > 0;
}

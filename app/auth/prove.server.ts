import type { Proof } from '#db/schema/accounts';
import { hitRateLimits } from '~/lib/rate-limit.server';
import { plainCode } from '~/lib/typed-codes.server';
import { spendRecoveryCode } from './second-factors/recovery-codes.server';
import { checkAppCode } from './second-factors/totp.server';
import type { SignedIn } from './viewer';

export type Proved = { kind: 'proved'; proof: Proof } | { kind: 'wrong' } | { kind: 'wait'; seconds: number };

/** Checks a code of the app (six digits) or from paper; five tries in a quarter of an hour. */
export async function proveByCode({ accountId }: SignedIn, typed: string): Promise<Proved> {
  const seconds = await hitRateLimits([{ what: 'second step', subject: accountId, most: 5, seconds: 900 }]);
  if (seconds > 0) return { kind: 'wait', seconds };
  const code = plainCode(typed);
  if (await checkAppCode(accountId, code, 'in use')) return { kind: 'proved', proof: 'totp' };
  if (await spendRecoveryCode(accountId, code)) return { kind: 'proved', proof: 'recovery' };
  return { kind: 'wrong' };
}

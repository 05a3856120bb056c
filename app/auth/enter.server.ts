import { redirect } from '@remix-run/node';
import type { Proof } from '#db/schema/accounts';
import { safePath } from '~/lib/paths';
import { afterSignIn } from './after-sign-in.server';
import { hasFactor } from './second-factors/has-factor.server';
import { startOver } from './session.server';

interface Entry {
  accountId: string;
  redirectTo: string | null;
  proof: Proof;
}

/** Signs someone in and leads on; by mail to an account that asks for more, to the second step first. */
export async function enter(request: Request, { accountId, redirectTo, proof }: Entry): Promise<Response> {
  const to = safePath(redirectTo, '/home');
  const first = proof === 'mail' && (await hasFactor(accountId));
  const cookie = await startOver(request, accountId, proof);
  const next = first ? `/sign-in/again?to=${encodeURIComponent(to)}` : await afterSignIn(accountId, to);
  return redirect(next, { headers: { 'Set-Cookie': cookie } });
}

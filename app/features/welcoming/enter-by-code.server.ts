import type { Proof } from '#db/schema/accounts';
import { readMailedCode } from '~/auth/mailed-code.server';
import { consumeCode } from '~/auth/sign-in-tokens.server';
import { joinByCode } from './confirm.server';

type Entered =
  | { entry: { accountId: string; redirectTo: string | null; proof: Proof } }
  | { kind: 'wrong_code'; email: string };

/** Lets in by the code of a mail that was read on another device: of a new account or of one that is here already. */
export async function enterByCode(request: Request, form: FormData): Promise<Entered> {
  const { email, typed } = readMailedCode(request, form);
  if (typed) {
    const joined = await joinByCode(typed.code, typed.browserHash);
    if (joined.kind === 'joined')
      return { entry: { accountId: joined.accountId, redirectTo: '/welcome', proof: 'mail' } };
    const consumed = await consumeCode(typed.code, typed.browserHash);
    if (consumed) return { entry: consumed };
  }
  return { kind: 'wrong_code', email };
}

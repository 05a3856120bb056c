import { z } from 'zod';
import type { Proof } from '#db/schema/accounts';
import { askingBrowser } from '~/auth/asking-browser.server';
import { consumeCode } from '~/auth/sign-in-tokens.server';
import { formOptionalText, formText, parseForm } from '~/lib/forms';
import { joinByCode } from './confirm.server';

const codeForm = z.object({
  intent: z.literal('code'),
  code: formText({ max: 40 }),
  email: formOptionalText({ max: 300 }),
});

type Entered =
  | { entry: { accountId: string; redirectTo: string | null; proof: Proof } }
  | { kind: 'wrong_code'; email: string };

/** Lets in by the code of a mail that was read on another device: of a new account or of one that is here already. */
export async function enterByCode(request: Request, form: FormData): Promise<Entered> {
  const read = parseForm(codeForm, form);
  const browser = askingBrowser(request);
  if (read.ok && browser) {
    const joined = await joinByCode(read.data.code, browser);
    if (joined.kind === 'joined')
      return { entry: { accountId: joined.accountId, redirectTo: '/welcome', proof: 'mail' } };
    const consumed = await consumeCode(read.data.code, browser);
    if (consumed) return { entry: consumed };
  }
  const said = read.ok ? read.data.email : form.get('email');
  return { kind: 'wrong_code', email: typeof said === 'string' ? said.slice(0, 300) : '' };
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { LinkPage } from '~/auth/components/link-page';
import { endSession, sessionIdOf, startSession } from '~/auth/session.server';
import { requestSignIn } from '~/auth/sign-in.server';
import { addressOfToken, consumeToken, tokenState } from '~/auth/sign-in-tokens.server';
import { parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ intent: z.enum(['sign-in', 'renew']).default('sign-in') });

export const meta: MetaFunction = () => [{ title: m.auth_sign_in_title() }, { name: 'robots', content: 'noindex' }];

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ params }: LoaderFunctionArgs) =>
  answer(async () => json({ state: await tokenState(params.token ?? ''), sendsMail: canSendMail() }));

async function signIn(request: Request, token: string): Promise<Response | null> {
  const account = await consumeToken(token);
  if (!account) return null;
  const before = sessionIdOf(request.headers.get('Cookie'));
  if (before) await endSession(before);
  const cookie = await startSession(account.accountId);
  return redirect(safePath(account.redirectTo, '/home'), { headers: { 'Set-Cookie': cookie } });
}

async function renew(request: Request, token: string): Promise<number> {
  const known = await addressOfToken(token);
  if (!known) return 0;
  const clientAddress = currentRequest()?.clientAddress ?? '';
  return requestSignIn({ ...known, locale: requestLocale(request), clientAddress });
}

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const token = params.token ?? '';
    const form = parseForm(schema, await readForm(request));
    if (form.ok && form.data.intent === 'renew') {
      const wait = await renew(request, token);
      return json({ kind: wait > 0 ? 'limited' : 'renewed', minutes: Math.ceil(wait / 60) } as const, {
        status: wait > 0 ? 429 : 200,
      });
    }
    return (await signIn(request, token)) ?? json({ kind: 'spent', minutes: 0 } as const, { status: 410 });
  });

export default function SignInLink() {
  const { state, sendsMail } = useLoaderData<typeof loader>();
  return <LinkPage state={state} sendsMail={sendsMail} result={useActionData<typeof action>()} />;
}

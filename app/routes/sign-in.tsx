import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { rememberBrowser } from '~/auth/asking-browser.server';
import { AskedForLink, SignInForm, type SignInResult } from '~/auth/components/sign-in-form';
import { enter } from '~/auth/enter.server';
import { readMailedCode } from '~/auth/mailed-code.server';
import { sessionOf, viewerOf } from '~/auth/require-viewer.server';
import { requestSignIn } from '~/auth/sign-in.server';
import { consumeCode } from '~/auth/sign-in-tokens.server';
import { formEmail, formOptionalText, parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ email: formEmail(), to: formOptionalText({ max: 2000 }) });

export const meta: MetaFunction = () => [{ title: m.auth_sign_in_title() }, { name: 'robots', content: 'noindex' }];

/** A page passes on the headers of its action only when told to. */
export const headers: HeadersFunction = ({ actionHeaders }): Record<string, string> => {
  const wait = actionHeaders.get('Retry-After');
  return wait ? { 'Retry-After': wait } : {};
};

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const to = safePath(new URL(request.url).searchParams.get('to'), '');
    const viewer = await viewerOf(request);
    if (viewer.kind === 'person') return redirect(to || '/home');
    if (await sessionOf(request)) return redirect(`/sign-in/again?to=${encodeURIComponent(to)}`);
    return json({ to, sendsMail: canSendMail() });
  });

/** Signs in by the code of a mail that was read on another device. */
async function signInByCode(request: Request, form: FormData): Promise<Response> {
  const { email, typed } = readMailedCode(request, form);
  const consumed = typed && (await consumeCode(typed.code, typed.browserHash));
  if (consumed) return enter(request, consumed);
  return json({ kind: 'wrong_code' as const, email }, { status: 400 });
}

async function sendLink(request: Request, sent: FormData) {
  const form = parseForm(schema, sent);
  if (!form.ok) {
    const email = typeof form.values.email === 'string' ? form.values.email.slice(0, 300) : '';
    return json({ kind: 'invalid' as const, email, code: form.errors.email?.[0] ?? 'invalid' }, { status: 400 });
  }
  const { email, to } = form.data;
  const wait = await requestSignIn({
    email,
    locale: requestLocale(request),
    redirectTo: safePath(to, '') || null,
    clientAddress: currentRequest()?.clientAddress ?? '',
    browserHash: rememberBrowser(request),
  });
  if (wait === 0) return json({ kind: 'asked' as const, email });
  const headers = { 'Retry-After': String(wait) };
  return json({ kind: 'limited' as const, email, minutes: Math.ceil(wait / 60) }, { status: 429, headers });
}

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const form = await readForm(request);
    return form.get('intent') === 'code' ? signInByCode(request, form) : sendLink(request, form);
  });

export default function SignInPage() {
  const { to, sendsMail } = useLoaderData<typeof loader>();
  const result = useActionData() as SignInResult | undefined;
  if (result && (result.kind === 'asked' || result.kind === 'wrong_code'))
    return <AskedForLink email={result.email} wrong={result.kind === 'wrong_code'} sendsMail={sendsMail} to={to} />;
  return <SignInForm to={to} sendsMail={sendsMail} result={result} />;
}

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
import { AskedForLink, SignInForm } from '~/auth/components/sign-in-form';
import { viewerOf } from '~/auth/require-viewer.server';
import { requestSignIn } from '~/auth/sign-in.server';
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
    return json({ to, sendsMail: canSendMail() });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const form = parseForm(schema, await readForm(request));
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
    });
    if (wait > 0)
      return json(
        { kind: 'limited' as const, email, minutes: Math.ceil(wait / 60) },
        { status: 429, headers: { 'Retry-After': String(wait) } },
      );
    return json({ kind: 'asked' as const, email });
  });

export default function SignInPage() {
  const { to, sendsMail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.kind === 'asked') return <AskedForLink email={result.email} sendsMail={sendsMail} to={to} />;
  return <SignInForm to={to} sendsMail={sendsMail} result={result} />;
}

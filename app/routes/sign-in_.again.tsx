import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { afterSignIn } from '~/auth/after-sign-in.server';
import { AgainPage } from '~/auth/components/again-page';
import { proveByCode } from '~/auth/prove.server';
import { isHalfway, sessionOf } from '~/auth/require-viewer.server';
import { startOver } from '~/auth/session.server';
import { waysToProve } from '~/auth/ways-to-prove.server';
import { DomainError } from '~/lib/errors';
import { formOptionalText, formText, parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ code: formText({ max: 40 }), to: formOptionalText({ max: 2000 }) });

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.security_again_title(), noindex: true });

const door = (to: string) => `/sign-in${to ? `?to=${encodeURIComponent(to)}` : ''}`;

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const { searchParams } = new URL(request.url);
    const to = safePath(searchParams.get('to'), '');
    const session = await sessionOf(request);
    return session
      ? json({ to, sent: searchParams.has('sent'), ways: await waysToProve(session) })
      : redirect(door(to));
  });

/** Proves by a code of the app or from paper; the session goes on under a new id. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const form = parseForm(schema, await readForm(request));
    const session = await sessionOf(request);
    if (!session) return redirect(door(''));
    if (!form.ok && !form.errors.code) throw new DomainError('invalid', m.errors_form_unreadable());
    const proved = form.ok ? await proveByCode(session, form.data.code) : { kind: 'wrong' as const };
    if (proved.kind === 'proved') {
      const cookie = await startOver(request, session.accountId, proved.proof);
      const to = safePath(form.ok ? form.data.to : '', '/home');
      const next = isHalfway(session) ? await afterSignIn(session.accountId, to) : to;
      return redirect(next, { headers: { 'Set-Cookie': cookie } });
    }
    const minutes = proved.kind === 'wait' ? Math.ceil(proved.seconds / 60) : 0;
    return json({ minutes }, { status: minutes ? 429 : 400 });
  });

export default function SignInAgain() {
  return <AgainPage {...useLoaderData<typeof loader>()} refused={useActionData<{ minutes: number }>()} />;
}

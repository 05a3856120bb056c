import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { blankCookie } from '~/auth/session.server';
import { LeavingPage } from '~/features/privacy/components/leaving-page';
import { myLeaving, submitLeaving } from '~/features/privacy/leaving.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.leaving_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json(await myLeaving(await requireSignedIn(request))));

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const outcome = await submitLeaving(await requireSignedIn(request), await readForm(request));
    if (outcome === 'gone') return redirect('/goodbye', { headers: { 'Set-Cookie': blankCookie() } });
    if (outcome === 'leaving') return redirect('/settings/leaving');
    if (outcome === 'stayed') return redirect('/home');
    return json({ refused: outcome }, { status: outcome === 'unconfirmed' ? 400 : 409 });
  });

export default function LeavingSettings() {
  return <LeavingPage leaving={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}

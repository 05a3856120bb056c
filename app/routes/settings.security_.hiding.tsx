import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hideNow, hidThemselves } from '~/auth/hiding.server';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { blankCookie } from '~/auth/session.server';
import { HidingPage } from '~/features/security/components/hiding-page';
import { readButton } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.security_hiding_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    return json({ hidden: await hidThemselves(viewer) });
  });

/** Hides the viewer and signs them out everywhere, without asking anything. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await hideNow(viewer);
    return redirect('/hidden', { headers: { 'Set-Cookie': blankCookie() } });
  });

export default function HideNow() {
  return <HidingPage {...useLoaderData<typeof loader>()} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { PausedPage } from '~/features/stewarding/components/paused-page';
import { myPause, objectToPause } from '~/features/stewarding/pauses/pause-pages.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.pausing_mine_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const pause = await myPause(viewer, requestLocale(request, viewer));
    return pause ? json({ pause }) : redirect('/home');
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const kept = await objectToPause(await requireSignedIn(request), await readForm(request));
    return json({ said: kept ? ('kept' as const) : ('invalid' as const) }, { status: kept ? 200 : 400 });
  });

export default function Paused() {
  return <PausedPage {...useLoaderData<typeof loader>()} said={useActionData<typeof action>()?.said} />;
}

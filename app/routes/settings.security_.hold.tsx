import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { HoldPage } from '~/features/stewarding/components/hold-page';
import { submitHold } from '~/features/stewarding/pauses/hold-page.server';
import { mayHoldThemselves } from '~/features/stewarding/pauses/own-hold.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.holding_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    return viewer.standing === 'held' ? redirect('/paused') : json({ may: mayHoldThemselves(viewer) });
  });

/** Asks for no fresh proof: whoever needs it needs it now. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const said = await submitHold(await requireSignedIn(request), await readForm(request));
    return 'typed' in said ? json(said, { status: 400 }) : redirect(said.held ? '/paused' : '/settings/security/hold');
  });

export default function SafetyHold() {
  return <HoldPage {...useLoaderData<typeof loader>()} tooLong={useActionData<{ typed?: string }>()?.typed} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireSignedIn } from '~/auth/require-viewer.server';
import { HeldPage } from '~/features/stewarding/components/held-page';
import { PausedPage } from '~/features/stewarding/components/paused-page';
import { answerPause, type PauseAnswer } from '~/features/stewarding/pauses/hold-page.server';
import { myPause } from '~/features/stewarding/pauses/pause-pages.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const STATUS = { kept: 200, gone: 409, invalid: 400 };

export const meta: MetaFunction<typeof loader> = (args) => {
  const held = args.data?.pause.kind === 'safety';
  return pageMeta(args, { title: held ? m.holding_mine_title() : m.pausing_mine_title(), noindex: true });
};

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const pause = await myPause(viewer, requestLocale(request, viewer));
    return pause ? json({ pause }) : redirect('/home');
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const said = await answerPause(viewer, await readForm(request), () => requireFresh(request, '/paused'));
    return said.kind === 'lifted' ? redirect('/home') : json(said, { status: STATUS[said.kind] });
  });

export default function Paused() {
  const { pause } = useLoaderData<typeof loader>();
  const said = useActionData<PauseAnswer>();
  return pause.kind === 'safety' ? <HeldPage pause={pause} said={said} /> : <PausedPage pause={pause} said={said} />;
}

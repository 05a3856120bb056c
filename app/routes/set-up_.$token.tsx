import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { startOver } from '~/auth/session.server';
import { SetUpClosed } from '~/features/operate/set-up/components/set-up-closed';
import { SetUpForm } from '~/features/operate/set-up/components/set-up-form';
import { setUpPage } from '~/features/operate/set-up/set-up-page.server';
import { submitSetUp } from '~/features/operate/set-up/submit-set-up.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { PageHeading } from '~/ui/page-heading';

const STATUS = { invalid: 400, taken: 409, 'test-mail': 200 };

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.setup_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    return json(await setUpPage(viewer, params.token ?? '', requestLocale(request, viewer)));
  });

/** Sets the network up and signs its first steward in. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const form = await readForm(request);
    const result = await submitSetUp(viewer, params.token ?? '', form, requestLocale(request, viewer));
    if ('accountId' in result)
      return redirect('/home', { headers: { 'Set-Cookie': await startOver(request, result.accountId, 'console') } });
    return json(result, { status: STATUS[result.kind] });
  });

export default function SetUp() {
  const { state, page } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  if (outcome?.kind === 'taken') return <SetUpClosed why="taken" />;
  if (state !== 'open') return <SetUpClosed why={state} />;
  return (
    <>
      <PageHeading title={m.setup_title()} lede={m.setup_lede()} />
      <SetUpForm page={page} outcome={outcome} />
    </>
  );
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { VouchQuestionView } from '~/features/welcoming/components/vouch-question';
import { submitVouch } from '~/features/welcoming/submit-vouch.server';
import { questionForMe } from '~/features/welcoming/vouches.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_vouch_meta(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await questionForMe(await requireSignedIn(request), params.id ?? '')));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await submitVouch(await requireSignedIn(request), params.id ?? '', await readForm(request));
    return redirect('/home');
  });

export default function VouchRoute() {
  return <VouchQuestionView question={useLoaderData<typeof loader>()} />;
}

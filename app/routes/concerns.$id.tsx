import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { RaisedPage } from '~/features/concerns/components/raised-page';
import { answerMine, myConcern } from '~/features/concerns/my-concerns.server';
import { SAID_STATUS, type Said } from '~/features/concerns/say.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_mine_one(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const kept = new URL(request.url).searchParams.has('kept');
    return json({ concern: await myConcern(viewer, params.id ?? ''), kept });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const said = await answerMine(viewer, params.id ?? '', await readForm(request));
    if (said.kind === 'kept') return redirect(`/concerns/${encodeURIComponent(params.id ?? '')}?kept`);
    return json(said, { status: SAID_STATUS[said.kind] });
  });

export default function MyConcern() {
  return <RaisedPage {...useLoaderData<typeof loader>()} said={useActionData() as Said | undefined} />;
}

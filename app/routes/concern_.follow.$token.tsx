import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { RaisedPage } from '~/features/concerns/components/raised-page';
import { answerFollowed, followedConcern } from '~/features/concerns/my-concerns.server';
import { SAID_STATUS, type Said } from '~/features/concerns/say.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_mine_one(), noindex: true });

/** Opening the link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    const kept = new URL(request.url).searchParams.has('kept');
    return json({ concern: await followedConcern(params.token ?? ''), kept });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    const said = await answerFollowed(params.token ?? '', await readForm(request));
    if (said.kind === 'kept') return redirect(`/concern/follow/${encodeURIComponent(params.token ?? '')}?kept`);
    return json(said, { status: SAID_STATUS[said.kind] });
  });

export default function FollowConcern() {
  return <RaisedPage {...useLoaderData<typeof loader>()} said={useActionData() as Said | undefined} byLink />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { aboutMe, sayAboutMe } from '~/features/concerns/about-me.server';
import { AboutMePage } from '~/features/concerns/components/about-me-page';
import { SAID_STATUS, type Said } from '~/features/concerns/say.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_me_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const kept = new URL(request.url).searchParams.has('kept');
    return json({ concern: await aboutMe(viewer, params.id ?? ''), kept });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const said = await sayAboutMe(viewer, params.id ?? '', await readForm(request));
    if (said.kind === 'kept') return redirect(`/concerns/about-me/${encodeURIComponent(params.id ?? '')}?kept`);
    return json(said, { status: SAID_STATUS[said.kind] });
  });

export default function ConcernAboutMe() {
  return <AboutMePage {...useLoaderData<typeof loader>()} said={useActionData() as Said | undefined} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { HearingPage } from '~/features/concerns/components/hearing-page';
import { hearing } from '~/features/concerns/hearing.server';
import { HEARING_STATUS, type HearingSaid, submitHearing } from '~/features/concerns/submit-hearing.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_desk_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const done = new URL(request.url).searchParams.has('done');
    return json({ concern: await hearing(viewer, params.id ?? ''), done });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const said = await submitHearing(viewer, params.id ?? '', await readForm(request));
    if (said.kind === 'away') return redirect('/steward/concerns?away');
    if (said.kind === 'done') return redirect(`/steward/concerns/${encodeURIComponent(params.id ?? '')}?done`);
    return json(said, { status: HEARING_STATUS[said.kind] });
  });

export default function HearConcern() {
  return <HearingPage {...useLoaderData<typeof loader>()} said={useActionData() as HearingSaid | undefined} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireRole } from '~/auth/require-viewer.server';
import { PausesPage } from '~/features/stewarding/components/pauses-page';
import { listPauses, type PauseSaid, submitPause } from '~/features/stewarding/pauses/pause-pages.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const GOOD = new Set(['paused', 'held', 'waits', 'lifted', 'dropped']);

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.pausing_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    await requireFresh(request);
    const person = new URL(request.url).searchParams.get('person') ?? '';
    return json({ pauses: await listPauses(viewer), person: person.slice(0, 200) });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const said = await submitPause(await requireFresh(request), await readForm(request));
    return json(said, { status: said.kind === 'invalid' ? 400 : GOOD.has(said.kind) ? 200 : 409 });
  });

export default function Pauses() {
  return <PausesPage {...useLoaderData<typeof loader>()} said={useActionData() as PauseSaid | undefined} />;
}

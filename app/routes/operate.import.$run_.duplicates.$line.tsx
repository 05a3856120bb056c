import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { PairView } from '~/features/operate/duplicates/components/pair-view';
import { pairPage } from '~/features/operate/duplicates/pair-page.server';
import { lineOf, saidOf } from '~/features/operate/duplicates/said.server';
import { submitDecision } from '~/features/operate/duplicates/submit-decision.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.dup_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const runId = params.run ?? '';
    const page = await pairPage(viewer, runId, lineOf(params.line), requestLocale(request, viewer));
    return json({ page, said: await saidOf(viewer, runId, new URL(request.url).searchParams.get('said')) });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const runId = params.run ?? '';
    const result = await submitDecision(viewer, runId, lineOf(params.line), await readForm(request));
    return 'to' in result ? redirect(safePath(result.to, '/operate/import')) : json(result, { status: 409 });
  });

export default function ImportDuplicate() {
  const { page, said } = useLoaderData<typeof loader>();
  return <PairView page={page} said={said} result={useActionData<typeof action>()} />;
}

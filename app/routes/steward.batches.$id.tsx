import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { batchPage } from '~/features/joining/batches/read-batches.server';
import { type BatchSaid, submitBatch } from '~/features/joining/batches/submit-batch.server';
import { BatchView } from '~/features/joining/components/batch-page';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.batch_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json({ batch: await batchPage(await requireRole(request, 'steward'), params.id ?? '') }));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const said = await submitBatch(viewer, params.id ?? '', await readForm(request), requestLocale(request, viewer));
    return said.kind === 'dropped' ? redirect('/steward/batches') : json(said);
  });

export default function Batch() {
  return <BatchView {...useLoaderData<typeof loader>()} said={useActionData() as BatchSaid | undefined} />;
}

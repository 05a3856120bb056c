import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { PER_HOUR } from '~/features/joining/batches/batches.server';
import { choosable } from '~/features/joining/batches/read-batches.server';
import { type DraftFault, submitDraft } from '~/features/joining/batches/submit-batch.server';
import { BatchNewPage } from '~/features/joining/components/batch-new-page';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.batch_new_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
    return json({ found: await choosable(viewer, q), rates: PER_HOUR });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const said = await submitDraft(await requireRole(request, 'steward'), await readForm(request));
    return 'id' in said ? redirect(`/steward/batches/${said.id}`) : json(said, { status: 400 });
  });

export default function NewBatch() {
  return <BatchNewPage {...useLoaderData<typeof loader>()} fault={useActionData() as DraftFault | undefined} />;
}

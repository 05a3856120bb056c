import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { listBatches } from '~/features/joining/batches/read-batches.server';
import { BatchesPage } from '~/features/joining/components/batches-page';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.batches_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json({ batches: await listBatches(await requireRole(request, 'steward')) }));

export default function Batches() {
  return <BatchesPage {...useLoaderData<typeof loader>()} />;
}

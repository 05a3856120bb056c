import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { ReceiptsPage } from '~/features/privacy/components/receipts-page';
import { myReceipts } from '~/features/privacy/receipts/receipts.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.receipts_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const { searchParams } = new URL(request.url);
    const receipts = await myReceipts(viewer, searchParams.get('before'), requestLocale(request, viewer));
    return json({ receipts, withdrawn: searchParams.has('withdrawn') });
  });

export default function Receipts() {
  return <ReceiptsPage {...useLoaderData<typeof loader>()} />;
}

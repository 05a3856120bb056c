import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { ReceiptPage } from '~/features/privacy/components/receipt-page';
import { myReceipt } from '~/features/privacy/receipts/receipts.server';
import { withdrawReceipt } from '~/features/privacy/receipts/withdraw.server';
import { readButton } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.receipt_title({ what: args.data?.receipt.label ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    return json({ receipt: await myReceipt(viewer, params.id ?? '', requestLocale(request, viewer)) });
  });

/** Takes back what was given. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await withdrawReceipt(viewer, params.id ?? '', requestLocale(request, viewer));
    return redirect('/settings/sharing/receipts?withdrawn');
  });

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>()} />;
}

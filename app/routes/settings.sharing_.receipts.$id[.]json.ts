import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { receiptFile } from '~/features/privacy/receipts/receipt-file.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { answer } from '~/lib/route-errors.server';

/** One's own receipt as a file for machines. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const id =
      new URL(request.url).pathname
        .split('/')
        .at(-1)
        ?.replace(/\.json$/, '') ??
      params.id ??
      '';
    return receiptFile(viewer, id, requestLocale(request, viewer));
  });

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireFresh } from '~/auth/require-viewer.server';
import { myDataFile } from '~/features/privacy/my-data/my-data-file.server';
import { answer } from '~/lib/route-errors.server';

/** One's own data as a file, for whoever showed a short while ago that it is they; they come back to where the link is. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => myDataFile(await requireFresh(request, '/settings/data'), 'json'));

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { exportMyGroup } from '~/features/operate/export/export-file.server';
import { answer } from '~/lib/route-errors.server';

/** What everyone may see of a group, as a file for those who lead it. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => exportMyGroup(await requireSignedIn(request), params.slug ?? '', params.format ?? ''));

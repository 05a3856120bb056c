import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/require-viewer.server';
import { exportFile } from '~/features/operate/export/export-file.server';
import { answer } from '~/lib/route-errors.server';

/** A file to take away, for operators. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => exportFile(await requireRole(request, 'operator'), params.file ?? ''));

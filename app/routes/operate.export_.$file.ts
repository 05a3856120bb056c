import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireFresh, requireRole } from '~/auth/require-viewer.server';
import { exportFile } from '~/features/operate/export/export-file.server';
import { answer } from '~/lib/route-errors.server';

/** A file to take away, for operators who showed a short while ago that it is they. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    // A file leaves its reader on the page they proved themselves on: they come back to where the links are.
    await requireFresh(request, '/operate/export');
    return exportFile(viewer, params.file ?? '');
  });

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireRole } from '~/auth/require-viewer.server';
import { ExportPage } from '~/features/operate/export/components/export-page';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.export_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'operator');
    return json(null);
  });

export default ExportPage;

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRole } from '~/auth/require-viewer.server';
import { reportCsv } from '~/features/operate/import-pages/report-csv.server';
import { answer } from '~/lib/route-errors.server';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const text = await reportCsv(await requireRole(request, 'operator'), params.run ?? '');
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="import-report.csv"',
        'Cache-Control': 'private, no-store',
      },
    });
  });

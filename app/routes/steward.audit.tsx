import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { shownAudit } from '~/features/stewarding/audit-page.server';
import { AuditPage } from '~/features/stewarding/components/audit-page';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.audit_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const before = new URL(request.url).searchParams.get('before') ?? '';
    return json(await shownAudit(viewer, /^\d{1,12}$/.test(before) ? Number(before) : null));
  });

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { UnusualPage } from '~/features/contact/components/unusual-page';
import { unusualOpenings } from '~/features/contact/unusual.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.contact_unusual_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json({ entries: await unusualOpenings(await requireRole(request, 'steward')) }));

export default function UnusualOpenings() {
  return <UnusualPage {...useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { PublishingView } from '~/features/privacy/drafting/components/publishing-view';
import { publishingPage } from '~/features/privacy/drafting/publishing.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.drafting_publishing_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const publishing = publishingPage(await requireRole(request, 'steward'));
    if (!publishing) return redirect('/steward/policy');
    return publishing.state === 'published' ? redirect('/privacy') : json(publishing);
  });

export default function StewardPolicyPublishing() {
  return <PublishingView publishing={useLoaderData<typeof loader>()} />;
}

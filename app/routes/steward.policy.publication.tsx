import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireRole } from '~/auth/require-viewer.server';
import { PublicationView } from '~/features/privacy/drafting/components/publication-view';
import { type NotPublished, publicationPage } from '~/features/privacy/drafting/publish-draft.server';
import { beginPublishing } from '~/features/privacy/drafting/publishing.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.drafting_publish(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const viewer = await requireFresh(request);
    return json(await publicationPage(viewer, requestLocale(request, viewer)));
  });

/** Publishes the draft as it was read. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const viewer = await requireFresh(request, '/steward/policy/publication');
    const begun = await beginPublishing(viewer, await readForm(request));
    if (begun === 'published') return redirect('/privacy');
    if (begun === 'under_way') return redirect('/steward/policy/publishing');
    return json(begun, { status: begun.field ? 400 : 409 });
  });

export default function StewardPolicyPublication() {
  return <PublicationView page={useLoaderData<typeof loader>()} refused={useActionData<NotPublished>()} />;
}

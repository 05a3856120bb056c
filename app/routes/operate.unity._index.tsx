import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { DraftsView } from '~/features/unity/drafts/components/drafts-page';
import { createDraft, draftsPage } from '~/features/unity/drafts/drafts.server';
import { readButton } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.unity_drafts_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    return json(await draftsPage(viewer, requestLocale(request, viewer)));
  });

/** Begins a draft. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    return redirect(`/operate/unity/${await createDraft(viewer)}`);
  });

export default function OperateUnity() {
  return <DraftsView page={useLoaderData<typeof loader>()} />;
}

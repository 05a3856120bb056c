import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { DraftView } from '~/features/unity/drafts/components/draft-view';
import { draftPage } from '~/features/unity/drafts/draft-page.server';
import { saveDraft } from '~/features/unity/drafts/edit.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.unity_draft_eyebrow(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const page = await draftPage(viewer, params.draft ?? '', requestLocale(request, viewer));
    return json({ page, saved: new URL(request.url).searchParams.has('saved') });
  });

/** Saves its texts. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const draft = params.draft ?? '';
    const outcome = await saveDraft(viewer, draft, await readForm(request), requestLocale(request, viewer));
    if (!outcome) return redirect(`/operate/unity/${draft}?saved`);
    return json(outcome, { status: outcome.kind === 'conflict' ? 409 : 400 });
  });

export default function OperateDraft() {
  return <DraftView {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}

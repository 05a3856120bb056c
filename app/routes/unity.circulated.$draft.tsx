import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { ReadDraftView } from '~/features/unity/drafts/components/read-draft-view';
import { circulatedDraft, commentAsMember } from '~/features/unity/drafts/read-draft.server';
import { takeComment } from '~/features/unity/drafts/take-comment.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.unity_draft_eyebrow(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const draft = await circulatedDraft(viewer, params.draft ?? '', requestLocale(request, viewer));
    return json({ draft, sent: new URL(request.url).searchParams.has('sent') });
  });

/** A lead or signer of a group it went to comments on a draft. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const draft = params.draft ?? '';
    const refused = await takeComment(request, ({ words }) => commentAsMember(viewer, draft, words));
    return refused ? json(refused, { status: 400 }) : redirect(`/unity/circulated/${draft}?sent`);
  });

export default function CirculatedDraft() {
  return <ReadDraftView {...useLoaderData<typeof loader>()} outside={false} outcome={useActionData<typeof action>()} />;
}

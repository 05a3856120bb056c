import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { GoneLink } from '~/features/unity/drafts/components/gone-link';
import { ReadDraftView } from '~/features/unity/drafts/components/read-draft-view';
import { commentFromOutside, outsideDraft } from '~/features/unity/drafts/read-draft.server';
import { takeComment } from '~/features/unity/drafts/take-comment.server';
import { notFound } from '~/lib/errors';
import { currentRequest } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.unity_draft_eyebrow(), noindex: true });

export const headers = () => ({ 'X-Robots-Tag': 'noindex, nofollow' });

/** Opening the link writes nothing down, and shows everyone the same. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const locale = requestLocale(request, await viewerOf(request));
    const draft = await outsideDraft(params.token ?? '', locale);
    const sent = new URL(request.url).searchParams.has('sent');
    return json({ draft, sent }, { status: draft ? 200 : 404 });
  });

/** Somebody from outside comments on a draft. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const token = params.token ?? '';
    const address = currentRequest()?.clientAddress ?? '';
    const refused = await takeComment(request, async (comment) => {
      if (!(await commentFromOutside(token, comment, address))) throw notFound(m.unity_link_gone_text());
    });
    return refused ? json(refused, { status: 400 }) : redirect(`/unity/drafts/${token}?sent`);
  });

export default function DraftFromOutside() {
  const { draft, sent } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return draft ? <ReadDraftView draft={draft} sent={sent} outside outcome={outcome} /> : <GoneLink />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { submitCirculation } from '~/features/unity/drafts/circulation-form.server';
import { DraftView } from '~/features/unity/drafts/components/draft-view';
import { draftPage } from '~/features/unity/drafts/draft-page.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.unity_draft_eyebrow(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    return json(await draftPage(viewer, params.draft ?? '', requestLocale(request, viewer)));
  });

/** Says which groups read a draft, and makes and takes back private links. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const draft = params.draft ?? '';
    const said = await submitCirculation(await requireSignedIn(request), draft, await readForm(request));
    return said ? json(said, { status: 400 }) : redirect(`/operate/unity/${draft}?saved`);
  });

export default function DraftCirculation() {
  return <DraftView page={useLoaderData<typeof loader>()} said={useActionData<typeof action>()} saved={false} />;
}

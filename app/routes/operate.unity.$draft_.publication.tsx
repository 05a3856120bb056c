import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireRole } from '~/auth/require-viewer.server';
import { PublishView } from '~/features/unity/drafts/components/publish-view';
import { draftPage, publishDraft } from '~/features/unity/drafts/draft-page.server';
import { publishForm } from '~/features/unity/unity.schema';
import { DomainError } from '~/lib/errors';
import { readForm, takeForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.unity_publish_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const viewer = await requireFresh(request);
    const page = await draftPage(viewer, params.draft ?? '', requestLocale(request, viewer));
    return page.published ? redirect(`/unity/${page.published}`) : json(page);
  });

/** Publishes a draft as it was read. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const viewer = await requireFresh(request);
    const { version } = takeForm(publishForm, await readForm(request));
    try {
      await publishDraft(viewer, params.draft ?? '', version);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
      return json({ refused: error.message }, { status: 409 });
    }
    return redirect('/unity');
  });

export default function DraftPublication() {
  return <PublishView page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}

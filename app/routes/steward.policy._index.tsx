import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { DraftView } from '~/features/privacy/drafting/components/draft-view';
import { draftPage } from '~/features/privacy/drafting/draft-page.server';
import { submitDraft } from '~/features/privacy/drafting/submit-draft.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.drafting_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const { searchParams } = new URL(request.url);
    const opened = { category: searchParams.get('category'), recipient: searchParams.get('recipient') };
    const page = await draftPage(viewer, opened, requestLocale(request, viewer));
    return json({ page, saved: searchParams.has('saved') });
  });

/** Changes a part of the draft's table. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const said = await submitDraft(await requireRole(request, 'steward'), await readForm(request));
    return said.ok ? redirect(`/steward/policy${said.at}`) : json(said, { status: 400 });
  });

export default function StewardPolicy() {
  return <DraftView {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

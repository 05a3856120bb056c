import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { DocumentView } from '~/features/privacy/drafting/components/document-view';
import { draftDocument, saveDocument } from '~/features/privacy/drafting/draft-document.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.drafting_text_title(), noindex: true });

const partOf = (request: Request) => new URL(request.url).searchParams.get('part') ?? 'en';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const page = await draftDocument(await requireRole(request, 'steward'), partOf(request));
    return json({ page, saved: new URL(request.url).searchParams.has('saved') });
  });

/** Keeps the words of one language, or the whole document. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const part = partOf(request);
    const said = await saveDocument(viewer, part, await readForm(request));
    return said ? json(said, { status: 400 }) : redirect(`/steward/policy/text?part=${encodeURIComponent(part)}&saved`);
  });

export default function StewardPolicyText() {
  return <DocumentView {...useLoaderData<typeof loader>()} said={useActionData<typeof action>()} />;
}

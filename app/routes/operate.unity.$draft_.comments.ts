import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { submitComments } from '~/features/unity/drafts/comments-form.server';
import { readForm } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

const page = (draft = '') => `/operate/unity/${encodeURIComponent(draft)}`;

export const loader = ({ params }: { params: { draft?: string } }) => redirect(page(params.draft));

/** Answers, orders and closes the comments on a draft. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await submitComments(await requireSignedIn(request), params.draft ?? '', await readForm(request));
    return redirect(`${page(params.draft)}?saved`);
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { acceptProposal } from '~/features/claims/answer-claim.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

export const loader = ({ params }: { params: { id?: string } }) =>
  redirect(`/claims/${encodeURIComponent(params.id ?? '')}`);

/** The person named says yes to a proposal. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await acceptProposal(viewer, params.id ?? '');
    return redirect(`/claims/${encodeURIComponent(params.id ?? '')}`);
  });

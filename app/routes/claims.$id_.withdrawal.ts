import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { withdrawClaim } from '~/features/claims/answer-claim.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

export const loader = ({ params }: { params: { id?: string } }) =>
  redirect(`/claims/${encodeURIComponent(params.id ?? '')}`);

/** Whoever asked takes a claim back, and whoever was proposed says no. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await withdrawClaim(viewer, params.id ?? '');
    return redirect(`/claims/${encodeURIComponent(params.id ?? '')}`);
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { stopLeading } from '~/features/claims/leads.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

export const loader = ({ params }: { params: { slug?: string } }) =>
  redirect(`/groups/${encodeURIComponent(params.slug ?? '')}/leads`);

/** Someone stops leading a group. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await stopLeading(viewer, params.slug ?? '');
    return redirect(`/groups/${encodeURIComponent(params.slug ?? '')}`);
  });

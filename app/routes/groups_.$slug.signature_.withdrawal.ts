import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { withdrawForGroup } from '~/features/unity/group-signature.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

const page = (slug = '') => `/groups/${encodeURIComponent(slug)}/signature`;

export const loader = ({ params }: { params: { slug?: string } }) => redirect(page(params.slug));

/** Somebody takes a group's signature back. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await withdrawForGroup(viewer, params.slug ?? '');
    return redirect(`${page(params.slug)}?done=withdrawn`);
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { block } from '~/features/blocking/blocks.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

/** Keeps the viewer and somebody apart. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await block(viewer, params.handle ?? '');
    return redirect('/settings/sharing/blocks?blocked');
  });

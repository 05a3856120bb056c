import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { showAgain } from '~/auth/hiding.server';
import { requireFresh } from '~/auth/require-viewer.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

/** Shows whoever hid themselves again, as they chose before. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    await readButton(request);
    await showAgain(viewer);
    return redirect('/settings/security');
  });

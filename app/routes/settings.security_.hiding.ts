import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { hideNow } from '~/auth/hiding.server';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { blankCookie } from '~/auth/session.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

/** Hides the viewer and signs them out everywhere, without asking anything. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await hideNow(viewer);
    return redirect('/hidden', { headers: { 'Set-Cookie': blankCookie() } });
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { showAgain } from '~/auth/hiding.server';
import { requireFresh } from '~/auth/require-viewer.server';
import { answer } from '~/lib/route-errors.server';

/** Shows whoever hid themselves again, as they chose before. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await showAgain(await requireFresh(request));
    return redirect('/settings/security');
  });

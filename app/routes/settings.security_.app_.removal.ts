import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireFresh } from '~/auth/require-viewer.server';
import { removeApp } from '~/auth/second-factors/totp.server';
import { requireMayRemove } from '~/features/security/may-remove.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    await readButton(request);
    await requireMayRemove(viewer);
    await removeApp(viewer);
    return redirect('/settings/security');
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireFresh } from '~/auth/require-viewer.server';
import { removePasskey } from '~/auth/second-factors/passkeys.server';
import { requireMayRemove } from '~/features/security/may-remove.server';
import { readForm, takeForm } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ id: z.string().min(1).max(1400) });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    const { id } = takeForm(schema, await readForm(request));
    await requireMayRemove(viewer);
    await removePasskey(viewer, id);
    return redirect('/settings/security');
  });

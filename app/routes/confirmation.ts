import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { confirmGroup, confirmMine } from '~/features/freshness/confirm.server';
import { formOptionalText, readForm, takeForm } from '~/lib/forms';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ group: formOptionalText({ max: 100 }), returnTo: formOptionalText({ max: 500 }) });

export const loader = () => redirect('/home');

/** Someone says that their entry, or their group's, is still right. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const { group, returnTo } = takeForm(schema, await readForm(request));
    if (group) await confirmGroup(viewer, group);
    else await confirmMine(viewer);
    return redirect(safePath(returnTo, '/home'));
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { withdrawMine } from '~/features/unity/sign.server';
import { readButton } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

export const loader = () => redirect('/unity');

/** Somebody takes their signature back. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await readButton(request);
    await withdrawMine(viewer);
    return redirect('/unity?done=withdrawn');
  });

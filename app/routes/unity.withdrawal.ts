import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { withdrawMine } from '~/features/unity/sign.server';
import { answer } from '~/lib/route-errors.server';

export const loader = () => redirect('/unity');

/** Somebody takes their signature back. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await withdrawMine(await requireSignedIn(request));
    return redirect('/unity?done=withdrawn');
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { saveSwitch } from '~/features/profile/switches.server';
import { readForm } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

/** Puts one of the viewer's own switches on or off, and goes back to where they stand. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = await readForm(request);
    const outcome = await saveSwitch(viewer, form);
    return redirect(`/settings/sharing?${outcome}=${form.get('switch')}#switches`);
  });

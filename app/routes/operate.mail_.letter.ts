import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireRole } from '~/auth/require-viewer.server';
import { saveLetterTime } from '~/features/notices/letter-time.server';
import { letterTimeSchema } from '~/features/notices/notices.schema';
import { readForm, takeForm } from '~/lib/forms';
import { answer } from '~/lib/route-errors.server';

/** When the weekly letter goes out. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    await saveLetterTime(viewer, takeForm(letterTimeSchema, await readForm(request)));
    return redirect('/operate/mail');
  });

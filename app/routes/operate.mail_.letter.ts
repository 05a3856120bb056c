import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireRole } from '~/auth/require-viewer.server';
import { saveLetterTime } from '~/features/notices/letter-time.server';
import { letterTimeSchema } from '~/features/notices/notices.schema';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

/** When the weekly letter goes out. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const form = parseForm(letterTimeSchema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    await saveLetterTime(viewer, form.data);
    return redirect('/operate/mail');
  });

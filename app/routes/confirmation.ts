import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { confirmGroup, confirmMine } from '~/features/freshness/confirm.server';
import { DomainError } from '~/lib/errors';
import { formOptionalText, parseForm, readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ group: formOptionalText({ max: 100 }), returnTo: formOptionalText({ max: 500 }) });

export const loader = () => redirect('/home');

/** Someone says that their entry, or their group's, is still right. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(schema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    if (form.data.group) await confirmGroup(viewer, form.data.group);
    else await confirmMine(viewer);
    return redirect(safePath(form.data.returnTo, '/home'));
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireFresh } from '~/auth/require-viewer.server';
import { removePasskey } from '~/auth/second-factors/passkeys.server';
import { requireMayRemove } from '~/features/security/may-remove.server';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ id: z.string().min(1).max(1400) });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    const form = parseForm(schema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    await requireMayRemove(viewer);
    await removePasskey(viewer, form.data.id);
    return redirect('/settings/security');
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { endDevice, endOtherDevices } from '~/auth/devices.server';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({
  device: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  others: z.literal('1').optional(),
});

/** Signs one of the viewer's browsers out, or all but this one. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(schema, await readForm(request));
    if (!form.ok || !form.data.device === !form.data.others)
      throw new DomainError('invalid', m.errors_form_unreadable());
    await (form.data.device ? endDevice(viewer, form.data.device) : endOtherDevices(viewer));
    return redirect('/settings/security');
  });

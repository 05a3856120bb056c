import { type ActionFunctionArgs, json } from '@remix-run/node';
import { deviceName } from '~/auth/device-name.server';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { passkeyForm } from '~/auth/second-factors/passkey-response';
import { addPasskey, newPasskeyOptions } from '~/auth/second-factors/passkeys.server';
import { startOver } from '~/auth/session.server';
import { readNetwork } from '~/features/directory/network.server';
import { requireMayAdd } from '~/features/security/may-add.server';
import { DomainError } from '~/lib/errors';
import { readForm, takeForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = passkeyForm(['register']);

/** Adds a passkey: what the browser needs to make one, and then what it made. The session goes on under a new id. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    requireMayAdd(viewer);
    const form = takeForm(schema, await readForm(request));
    if (form.step === 'options') {
      const { name } = await readNetwork(viewer, requestLocale(request, viewer));
      return json(await newPasskeyOptions(viewer, name));
    }
    const name = deviceName(request.headers.get('User-Agent')) ?? m.security_passkey_name();
    if (!(await addPasskey(viewer, (form.response ?? {}) as never, name)))
      throw new DomainError('invalid', m.security_passkey_failed());
    const cookie = await startOver(request, viewer.accountId, 'passkey');
    return json({ to: '/settings/security' }, { headers: { 'Set-Cookie': cookie } });
  });

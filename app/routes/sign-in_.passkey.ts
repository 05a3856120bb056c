import { type ActionFunctionArgs, json } from '@remix-run/node';
import { afterSignIn } from '~/auth/after-sign-in.server';
import { isHalfway, sessionOf } from '~/auth/require-viewer.server';
import { passkeyForm } from '~/auth/second-factors/passkey-response';
import { answeredPasskey, passkeyOptions } from '~/auth/second-factors/passkeys.server';
import { startOver } from '~/auth/session.server';
import { DomainError } from '~/lib/errors';
import { readForm, takeForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { hitRateLimits, networkOf } from '~/lib/rate-limit.server';
import { answer } from '~/lib/route-errors.server';

const schema = passkeyForm(['sign-in', 'prove']);

/** Signs in by a passkey, or proves with one of their own whose session this is. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const form = takeForm(schema, await readForm(request));
    const subject = networkOf(currentRequest()?.clientAddress ?? '');
    if ((await hitRateLimits([{ what: 'passkey', subject, most: 60, seconds: 900 }])) > 0)
      throw new DomainError('too_many', m.security_too_many());
    const session = form.kind === 'prove' ? await sessionOf(request) : null;
    if (form.kind === 'prove' && !session) throw new DomainError('forbidden', m.security_passkey_failed());
    const asked = session?.accountId ?? null;
    if (form.step === 'options') return json(await passkeyOptions(asked));
    const accountId = await answeredPasskey((form.response ?? {}) as never, asked);
    if (!accountId) throw new DomainError('invalid', m.security_passkey_failed());
    const cookie = await startOver(request, accountId, 'passkey');
    const to = safePath(form.to, '/home');
    const next = session && !isHalfway(session) ? to : await afterSignIn(accountId, to);
    return json({ to: next }, { headers: { 'Set-Cookie': cookie } });
  });

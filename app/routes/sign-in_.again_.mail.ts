import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { rememberBrowser } from '~/auth/asking-browser.server';
import { sessionOf } from '~/auth/require-viewer.server';
import { requestSignIn } from '~/auth/sign-in.server';
import { addressOf } from '~/auth/ways-to-prove.server';
import { DomainError } from '~/lib/errors';
import { formOptionalText, parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ to: formOptionalText({ max: 2000 }) });

/** Sends a link to the address of whoever's session this is: opened, it proves again that it is they. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const form = parseForm(schema, await readForm(request));
    const session = await sessionOf(request);
    if (!session) return redirect('/sign-in');
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    const to = safePath(form.data.to, '/home');
    const wait = await requestSignIn({
      email: await addressOf(session),
      locale: requestLocale(request),
      redirectTo: to,
      clientAddress: currentRequest()?.clientAddress ?? '',
      browserHash: rememberBrowser(request),
    });
    if (wait > 0) throw new DomainError('too_many', m.auth_too_many({ minutes: Math.ceil(wait / 60) }));
    return redirect(`/sign-in/again?sent&to=${encodeURIComponent(to)}`);
  });

import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { rememberLanguage } from '~/auth/language.server';
import { viewerOf } from '~/auth/require-viewer.server';
import { DomainError } from '~/lib/errors';
import { formOptionalText, parseForm, readForm } from '~/lib/forms';
import { languageOffer, localeCookie } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { locales } from '~/lib/paraglide/runtime.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ language: z.enum(locales), returnTo: formOptionalText({ max: 2000 }) });

export const loader = () => redirect('/');

/** Keeps the chosen language in the browser and, for someone signed in, with the account. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  answer(async () => {
    const form = parseForm(schema, await readForm(request));
    if (!form.ok || !languageOffer().locales.includes(form.data.language))
      throw new DomainError('invalid', m.errors_form_unreadable());
    const { language, returnTo } = form.data;
    const viewer = await viewerOf(request);
    if (viewer.kind === 'person') await rememberLanguage(viewer, language);
    const cookie = localeCookie(language, context.origin.startsWith('https:'));
    return redirect(safePath(returnTo), { headers: { 'Set-Cookie': cookie } });
  });

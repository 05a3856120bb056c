import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { NoticesPage } from '~/features/freshness/components/notices-page';
import { chooseReminder, wantsReminder } from '~/features/freshness/reminders.server';
import { SettingsNav } from '~/features/privacy/components/settings-nav';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ reminder: z.enum(['yes', 'no']) });

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.freshness_notices_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const wanted = await wantsReminder(await requireSignedIn(request));
    return json({ wanted, justSaved: new URL(request.url).searchParams.has('saved') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(schema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    await chooseReminder(viewer, form.data.reminder === 'yes');
    return redirect('/settings/notices?saved');
  });

export default function NoticesSettings() {
  return (
    <>
      <SettingsNav />
      <NoticesPage {...useLoaderData<typeof loader>()} />
    </>
  );
}

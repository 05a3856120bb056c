import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { chooseReminder, wantsReminder } from '~/features/freshness/reminders.server';
import { myNotices } from '~/features/notices/choices.server';
import { NoticesPage } from '~/features/notices/components/notices-page';
import { myMailTrouble } from '~/features/notices/mail-trouble.server';
import { saveNoticesForm } from '~/features/notices/save-form.server';
import { timeZones } from '~/features/notices/time-zones.server';
import { SettingsNav } from '~/features/privacy/components/settings-nav';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.freshness_notices_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const [notices, trouble, reminder] = await Promise.all([
      myNotices(viewer),
      myMailTrouble(viewer),
      wantsReminder(viewer),
    ]);
    const justSaved = new URL(request.url).searchParams.has('saved');
    return json({ notices, trouble, reminder, zones: timeZones(), justSaved });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const reminder = await saveNoticesForm(viewer, await readForm(request));
    if (reminder !== null) await chooseReminder(viewer, reminder);
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

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { LogPage } from '~/features/contact/components/log-page';
import { myContactLog } from '~/features/contact/my-log.server';
import { SettingsNav } from '~/features/privacy/components/settings-nav';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.contact_log_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json({ log: await myContactLog(await requireSignedIn(request)) }));

export default function ContactLogSettings() {
  return (
    <>
      <SettingsNav />
      <LogPage {...useLoaderData<typeof loader>()} />
    </>
  );
}

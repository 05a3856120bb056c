import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireSignedIn } from '~/auth/require-viewer.server';
import { mustSendAlerts } from '~/features/notices/alerts.server';
import { alertStep, alertsPage } from '~/features/notices/alerts-page.server';
import { AlertsPage } from '~/features/notices/components/alerts-page';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.notices_alert_page_title(), noindex: true });

/** A proof is asked for before anything is written, so that nothing typed is lost on the way. */
const sender = async (request: Request) => {
  mustSendAlerts(await requireSignedIn(request));
  return requireFresh(request);
};

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await sender(request);
    return json(await alertsPage(viewer, requestLocale(request, viewer)));
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await sender(request);
    const result = await alertStep(viewer, await readForm(request), requestLocale(request, viewer));
    return json(result, { status: result.step === 'faults' ? 400 : 200 });
  });

export default function OperateAlerts() {
  return <AlertsPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

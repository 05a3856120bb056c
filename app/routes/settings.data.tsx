import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { DataPage } from '~/features/privacy/components/data-page';
import { myObjections, saveObjections } from '~/features/privacy/objections.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.rights_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const objections = await myObjections(viewer, requestLocale(request, viewer));
    return json({ objections, justSaved: new URL(request.url).searchParams.has('saved') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const outcome = await saveObjections(await requireSignedIn(request), await readForm(request));
    return outcome === 'saved' ? redirect('/settings/data?saved#objections') : json({ outcome }, { status: 403 });
  });

export default function DataSettings() {
  const { objections, justSaved } = useLoaderData<typeof loader>();
  const outcome = useActionData<{ outcome: 'prove' }>()?.outcome ?? (justSaved ? 'saved' : null);
  return <DataPage objections={objections} outcome={outcome} />;
}

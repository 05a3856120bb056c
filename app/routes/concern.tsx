import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { RaisedView, RaiseView } from '~/features/concerns/components/raise-view';
import { raisePage } from '~/features/concerns/raise-page.server';
import { type RaiseSaid, submitConcern } from '~/features/concerns/submit-raise.server';
import { readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const { searchParams } = new URL(request.url);
    const sent = (['stewards', 'outside'] as const).find((to) => to === searchParams.get('sent')) ?? null;
    return json({ page: await raisePage(await viewerOf(request)), sent, follow: searchParams.has('follow') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const from = { clientAddress: currentRequest()?.clientAddress ?? '', locale: requestLocale(request, viewer) };
    const said = await submitConcern(viewer, await readForm(request), from);
    if (said.kind === 'invalid') return json(said, { status: said.status });
    if (viewer.kind === 'person') return redirect(`/concerns/${said.id}`);
    return redirect(`/concern?sent=${said.to}${said.follow ? '&follow' : ''}`);
  });

export default function Concern() {
  const { page, sent, follow } = useLoaderData<typeof loader>();
  const said = useActionData() as RaiseSaid | undefined;
  return sent ? <RaisedView to={sent} follow={follow} page={page} /> : <RaiseView page={page} said={said} />;
}

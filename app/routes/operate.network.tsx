import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { NetworkForm } from '~/features/operate/network/components/network-form';
import { networkPage, submitNetwork } from '~/features/operate/network/network-page.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.network_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const justSaved = new URL(request.url).searchParams.has('saved');
    return json({ page: await networkPage(viewer, requestLocale(request, viewer)), justSaved });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const outcome = await submitNetwork(viewer, await readForm(request), requestLocale(request, viewer));
    if (!outcome) return redirect('/operate/network?saved');
    return json(outcome, { status: { invalid: 400, conflict: 409, 'test-mail': 200 }[outcome.kind] });
  });

export default function OperateNetwork() {
  const { page, justSaved } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <>
      <PageHeading title={m.network_title()} lede={m.network_lede()} />
      {justSaved && !outcome ? (
        <Notice kind="success" live>
          <p>{m.network_saved()}</p>
        </Notice>
      ) : null}
      <NetworkForm page={page} outcome={outcome} />
    </>
  );
}

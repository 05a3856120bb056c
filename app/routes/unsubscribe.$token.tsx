import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { UnsubscribePage } from '~/features/notices/components/unsubscribe-page';
import { unsubscribe } from '~/features/notices/unsubscribe.server';
import { scopeOf } from '~/features/notices/unsubscribe-form';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.notices_end_title(), noindex: true });

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    return json({});
  });

/** The token is the proof: mail programs post here without a session, and from nowhere (RFC 8058). */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    await unsubscribe(params.token ?? '', scopeOf(await readForm(request)));
    return json({ done: true });
  });

export default function Unsubscribe() {
  return <UnsubscribePage done={useActionData<typeof action>()?.done ?? false} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { reminderLink, switchOffByLink } from '~/features/freshness/reminders.server';
import { readButton } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { OneButtonPage } from '~/ui/one-button-page';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.freshness_off_title(), noindex: true });

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    return json({ state: await reminderLink(params.token ?? '') });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    await readButton(request);
    const done = await switchOffByLink(params.token ?? '');
    return json({ done }, { status: done ? 200 : 410 });
  });

export default function SwitchOff() {
  const { state } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  return (
    <OneButtonPage
      state={state}
      done={done}
      good={{ title: m.freshness_off_title(), text: m.freshness_off_text(), button: m.freshness_off_button() }}
      thanks={{ title: m.freshness_off_done_title(), text: m.freshness_off_done_text() }}
    />
  );
}

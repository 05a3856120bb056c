import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { agreeOutside, outsideLink } from '~/features/concerns/outside.server';
import { readButton } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { OneButtonPage } from '~/ui/one-button-page';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_agree_title(), noindex: true });

/** Opening the link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    return json(await outsideLink(params.token ?? ''));
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    await readButton(request);
    const done = await agreeOutside(params.token ?? '');
    return json({ done }, { status: done ? 200 : 410 });
  });

export default function AgreeOutside() {
  const { name, state } = useLoaderData<typeof loader>();
  return (
    <OneButtonPage
      state={state}
      done={useActionData<typeof action>()?.done ?? false}
      good={{ title: m.concern_agree_title(), text: m.concern_agree_text({ name }), button: m.concern_agree_button() }}
      thanks={{ title: m.concern_agree_done_title(), text: m.concern_agree_done_text() }}
    />
  );
}

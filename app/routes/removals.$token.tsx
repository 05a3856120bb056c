import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { confirmRemoval, removalLink } from '~/features/claims/removals.server';
import { readButton } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { OneButtonPage } from '~/ui/one-button-page';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.removal_confirm_title({ group: args.data?.group ?? '' }), noindex: true });

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    return json(await removalLink(params.token ?? ''));
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    await readButton(request);
    const state = await confirmRemoval(params.token ?? '');
    return json({ done: state === 'good' }, { status: state === 'good' ? 200 : 410 });
  });

export default function ConfirmRemoval() {
  const { group, state } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  return (
    <OneButtonPage
      state={state}
      done={done}
      good={{
        title: m.removal_confirm_title({ group: group ?? '' }),
        text: m.removal_confirm_text(),
        button: m.removal_confirm_button(),
      }}
      thanks={{ title: m.removal_confirmed_title(), text: m.removal_confirmed_text() }}
    />
  );
}

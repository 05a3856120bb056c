import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addressLink, followAddressLink } from '~/auth/address-change.server';
import { viewerOf } from '~/auth/require-viewer.server';
import { readButton } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { OneButtonPage } from '~/ui/one-button-page';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.address_title(), noindex: true });

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    return json(await addressLink(params.token ?? ''));
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    await readButton(request);
    const done = await followAddressLink(params.token ?? '');
    return json({ done }, { status: done ? 200 : 410 });
  });

export default function AddressLinkPage() {
  const { kind, state } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  const undo = kind === 'undo';
  return (
    <OneButtonPage
      state={state}
      done={done}
      good={
        undo
          ? { title: m.address_undo_title(), text: m.address_undo_text(), button: m.address_undo_button() }
          : { title: m.address_confirm_title(), text: m.address_confirm_text(), button: m.address_confirm_button() }
      }
      thanks={
        undo
          ? { title: m.address_undone_title(), text: m.address_undone_text() }
          : { title: m.address_done_title(), text: m.address_done_text() }
      }
    />
  );
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { unblockForm } from '~/features/blocking/blocks.schema';
import { myBlocks, unblock } from '~/features/blocking/blocks.server';
import { BlocksPage } from '~/features/blocking/components/blocks-page';
import { SettingsNav } from '~/features/privacy/components/settings-nav';
import { readForm, takeForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const DONE = ['blocked', 'unblocked'] as const;

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.contact_blocks_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const { searchParams } = new URL(request.url);
    const done = DONE.find((each) => searchParams.has(each)) ?? null;
    return json({ blocks: await myBlocks(await requireSignedIn(request)), done });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    await unblock(viewer, takeForm(unblockForm, await readForm(request)).person);
    return redirect('/settings/sharing/blocks?unblocked');
  });

export default function Blocks() {
  return (
    <>
      <SettingsNav />
      <BlocksPage {...useLoaderData<typeof loader>()} />
    </>
  );
}

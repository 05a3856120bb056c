import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { SignersView } from '~/features/unity/components/signers-page';
import { confirmSigner, removeSigner, signersPage } from '~/features/unity/signers.server';
import { signerForm } from '~/features/unity/unity.schema';
import { readForm, takeForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.unity_signers_title({ name: args.data?.page.name ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const page = await signersPage(await requireSignedIn(request), params.slug ?? '');
    return json({ page, saved: new URL(request.url).searchParams.has('saved') });
  });

/** A lead says who may sign for the group. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const slug = params.slug ?? '';
    const { intent, person } = takeForm(signerForm, await readForm(request));
    const change = intent === 'confirm' ? confirmSigner : removeSigner;
    await change(viewer, slug, person);
    return redirect(`/groups/${encodeURIComponent(slug)}/signers?saved`);
  });

export default function GroupSigners() {
  return <SignersView {...useLoaderData<typeof loader>()} />;
}

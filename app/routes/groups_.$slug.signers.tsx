import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { SignersView } from '~/features/unity/components/signers-page';
import { confirmSigner, removeSigner, signersPage } from '~/features/unity/signers.server';
import { signerForm } from '~/features/unity/unity.schema';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
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
    const form = parseForm(signerForm, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    const change = form.data.intent === 'confirm' ? confirmSigner : removeSigner;
    await change(viewer, slug, form.data.person);
    return redirect(`/groups/${encodeURIComponent(slug)}/signers?saved`);
  });

export default function GroupSigners() {
  return <SignersView {...useLoaderData<typeof loader>()} />;
}

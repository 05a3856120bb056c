import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/auth/require-viewer.server';
import { claimGroup } from '~/features/claims/claim-group.server';
import { claimTitle } from '~/features/claims/claim-words';
import { claimForm } from '~/features/claims/claims.schema';
import { ClaimForm } from '~/features/claims/components/claim-form';
import { claimableGroup } from '~/features/claims/group-claims.server';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data && claimTitle(args.data), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const { slug, name, standing } = await claimableGroup(await requireMember(request), params.slug ?? '');
    return json({ slug, name, listed: standing === 'listed' });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireMember(request);
    const form = parseForm(claimForm, await readForm(request));
    if (!form.ok) return json(form, { status: 400 });
    return redirect(`/claims/${await claimGroup(viewer, params.slug ?? '', form.data)}`);
  });

export default function ClaimGroup() {
  return <ClaimForm group={useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/auth/require-viewer.server';
import { claimGroup, listedGroup } from '~/features/claims/claim-group.server';
import { claimForm } from '~/features/claims/claims.schema';
import { ClaimForm } from '~/features/claims/components/claim-form';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.claims_title({ name: args.data?.name ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const { slug, name } = await listedGroup(await requireMember(request), params.slug ?? '');
    return json({ slug, name });
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

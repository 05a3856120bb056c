import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { decisionForm } from '~/features/claims/claims.schema';
import { ClaimView } from '~/features/claims/components/claim-view';
import { claimPage } from '~/features/claims/read-claims.server';
import { decideClaim } from '~/features/claims/settle.server';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.claims_page_title({ group: args.data?.group ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await claimPage(await requireSignedIn(request), params.id ?? '', { desk: true })));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const { id } = await claimPage(viewer, params.id ?? '', { desk: true });
    const form = parseForm(decisionForm, await readForm(request));
    if (!form.ok) return json({ error: true }, { status: 400 });
    await decideClaim(viewer, id, form.data);
    return redirect(`/weaving/claims/${id}`);
  });

export default function ClaimAtDesk() {
  const claim = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ? m.claims_decide_required() : undefined;
  return <ClaimView claim={claim} path={`/weaving/claims/${claim.id}`} error={error} />;
}

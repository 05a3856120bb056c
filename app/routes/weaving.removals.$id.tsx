import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { decisionForm } from '~/features/claims/claims.schema';
import { RemovalView } from '~/features/claims/components/removal-view';
import { removalPage } from '~/features/claims/read-removals.server';
import { decideRemoval } from '~/features/claims/settle-removals.server';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.removal_desk_title({ group: args.data?.group ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await removalPage(await requireRole(request, 'operator'), params.id ?? '')));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const { id } = await removalPage(viewer, params.id ?? '');
    const form = parseForm(decisionForm, await readForm(request));
    if (!form.ok) return json({ error: true }, { status: 400 });
    await decideRemoval(viewer, id, form.data);
    return redirect('/weaving/claims');
  });

export default function RemovalAtDesk() {
  const error = useActionData<typeof action>()?.error ? m.claims_decide_required() : undefined;
  return <RemovalView removal={useLoaderData<typeof loader>()} error={error} />;
}

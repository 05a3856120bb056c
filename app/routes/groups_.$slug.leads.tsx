import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { leadForm } from '~/features/claims/claims.schema';
import { LeadsView } from '~/features/claims/components/leads-view';
import { proposeLead } from '~/features/claims/leads.server';
import { leadsPage } from '~/features/claims/leads-page.server';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.claims_leads_title({ name: args.data?.name ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await leadsPage(await requireSignedIn(request), params.slug ?? '')));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(leadForm, await readForm(request));
    if (!form.ok) return json(form, { status: 400 });
    const claim = await proposeLead(viewer, params.slug ?? '', form.data);
    if (claim) return redirect(`/claims/${claim}`);
    const { person, words, handover } = form.data;
    return json({ errors: { person: ['unknown'] }, values: { person, words: words ?? '', handover } }, { status: 400 });
  });

export default function GroupLeads() {
  return <LeadsView page={useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}

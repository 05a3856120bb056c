import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { ClaimView } from '~/features/claims/components/claim-view';
import { claimPage } from '~/features/claims/read-claims.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.claims_page_title({ group: args.data?.group ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await claimPage(await requireSignedIn(request), params.id ?? '', { desk: false })));

export default function Claim() {
  const claim = useLoaderData<typeof loader>();
  return <ClaimView claim={claim} path={`/claims/${claim.id}`} />;
}

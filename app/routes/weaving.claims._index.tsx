import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { hasRole } from '~/auth/viewer';
import { Desk } from '~/features/claims/components/desk';
import { groupsWithoutLead } from '~/features/claims/group-claims.server';
import { claimsAtDesk } from '~/features/claims/read-claims.server';
import { removalsAtDesk } from '~/features/claims/read-removals.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.claims_desk_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const [claims, removals] = [await claimsAtDesk(viewer), await removalsAtDesk(viewer)];
    return json({
      claims,
      removals,
      leaderless: await groupsWithoutLead(viewer),
      operator: hasRole(viewer, 'operator'),
    });
  });

export default function ClaimsDesk() {
  return <Desk {...useLoaderData<typeof loader>()} />;
}

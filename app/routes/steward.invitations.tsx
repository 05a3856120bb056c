import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { hasRole } from '~/auth/viewer';
import { WhoInvitedPage } from '~/features/inviting/components/who-invited-page';
import { whoInvited } from '~/features/inviting/who-invited.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.who_invited_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
    return json({ q, isSteward: hasRole(viewer, 'steward'), ...(await whoInvited(viewer, q)) });
  });

export default function StewardInvitations() {
  return <WhoInvitedPage {...useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { NewcomerList } from '~/features/welcoming/components/newcomer-list';
import { newcomersAtDesk, WHICH } from '~/features/welcoming/desk.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_desk_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const { searchParams } = new URL(request.url);
    const which = WHICH.find((each) => each === searchParams.get('which')) ?? 'all';
    return json({ desk: await newcomersAtDesk(viewer, which), welcomed: searchParams.has('welcomed') });
  });

export default function NewcomersRoute() {
  return <NewcomerList {...useLoaderData<typeof loader>()} />;
}

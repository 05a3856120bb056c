import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { PathView } from '~/features/welcoming/components/path-view';
import { myPath } from '~/features/welcoming/my-path.server';
import { walk } from '~/features/welcoming/walk.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_path_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    return json({ path: await myPath(viewer, requestLocale(request, viewer)), name: viewer.name });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const refused = await walk(viewer, await readForm(request));
    return refused ? json(refused, { status: 400 }) : redirect('/welcome');
  });

export default function WelcomeRoute() {
  return <PathView {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

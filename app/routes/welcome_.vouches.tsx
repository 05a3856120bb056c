import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { NameSomeone } from '~/features/welcoming/components/name-someone';
import { submitName } from '~/features/welcoming/submit-vouch.server';
import { whomINamed } from '~/features/welcoming/vouches.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_vouches_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const named = await whomINamed(await requireSignedIn(request));
    return json({ named, noted: new URL(request.url).searchParams.has('noted') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const refused = await submitName(viewer, await readForm(request));
    return refused ? json(refused, { status: 400 }) : redirect('/welcome/vouches?noted');
  });

export default function VouchesRoute() {
  return <NameSomeone {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

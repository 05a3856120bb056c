import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { NewcomerView } from '~/features/welcoming/components/newcomer-view';
import { newcomerPage } from '~/features/welcoming/desk.server';
import { submitNewcomer } from '~/features/welcoming/submit-newcomer.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_desk_title(), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await newcomerPage(await requireSignedIn(request), params.id ?? '')));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const result = await submitNewcomer(viewer, params.id ?? '', await readForm(request));
    if (result.kind === 'refused') return json(result, { status: 409 });
    return redirect(result.welcomed ? '/weaving/newcomers?welcomed' : `/weaving/newcomers/${params.id}`);
  });

export default function NewcomerRoute() {
  return <NewcomerView newcomer={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

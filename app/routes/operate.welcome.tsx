import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { EditWelcome } from '~/features/welcoming/components/edit-welcome';
import { editWelcomePage, submitWelcome } from '~/features/welcoming/edit-welcome.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_edit_welcome_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const page = await editWelcomePage(await requireRole(request, 'operator'));
    return json({ page, saved: new URL(request.url).searchParams.has('saved') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const outcome = await submitWelcome(await requireRole(request, 'operator'), await readForm(request));
    if (!outcome) return redirect('/operate/welcome?saved');
    return json(outcome, { status: { invalid: 400, conflict: 409 }[outcome.kind] });
  });

export default function OperateWelcome() {
  return <EditWelcome {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}

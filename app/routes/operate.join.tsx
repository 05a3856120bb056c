import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { EditJoin } from '~/features/welcoming/components/edit-join';
import { editJoinPage, submitJoinTexts } from '~/features/welcoming/edit-join.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_edit_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const page = await editJoinPage(await requireRole(request, 'operator'));
    return json({ page, saved: new URL(request.url).searchParams.has('saved') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const outcome = await submitJoinTexts(await requireRole(request, 'operator'), await readForm(request));
    if (!outcome) return redirect('/operate/join?saved');
    return json(outcome, { status: { invalid: 400, conflict: 409 }[outcome.kind] });
  });

export default function OperateJoin() {
  return <EditJoin {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { answerQuestions } from '~/features/privacy/changes/answer.server';
import { myQuestions } from '~/features/privacy/changes/questions.server';
import { ChangesPage } from '~/features/privacy/components/changes-page';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const STATUS = { stale: 409, prove: 403, empty: 400, invalid: 400 };

const wayOn = (request: Request, fallback: string) => safePath(new URL(request.url).searchParams.get('to'), fallback);

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.changes_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const questions = await myQuestions(viewer, requestLocale(request, viewer));
    return json({ questions, to: wayOn(request, '/settings/sharing') });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const result = await answerQuestions(viewer, await readForm(request), requestLocale(request, viewer));
    if (result.kind === 'saved') return redirect(wayOn(request, '/settings/sharing?answered'));
    return json(result, { status: STATUS[result.kind] });
  });

export default function SharingChanges() {
  return <ChangesPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}

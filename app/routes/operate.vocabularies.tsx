import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { VocabulariesView } from '~/features/operate/vocabularies/components/vocabularies-view';
import { orMessage, submitVocabularies } from '~/features/operate/vocabularies/submit-terms.server';
import { vocabulariesPage } from '~/features/operate/vocabularies/vocabularies-page.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.vocab_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    return json(await vocabulariesPage(viewer, requestLocale(request, viewer)));
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const problem = await orMessage(submitVocabularies(viewer, await readForm(request)));
    return problem ? json({ problem }, { status: 400 }) : redirect('/operate/vocabularies');
  });

export default function Vocabularies() {
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <PageHeading title={m.vocab_title()} lede={m.vocab_lede()} />
      {problem ? (
        <Notice kind="error" live>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <VocabulariesView page={useLoaderData<typeof loader>()} />
    </>
  );
}

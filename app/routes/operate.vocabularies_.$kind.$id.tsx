import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { TermView } from '~/features/operate/vocabularies/components/term-view';
import { orMessage, submitTerm } from '~/features/operate/vocabularies/submit-terms.server';
import { termPage } from '~/features/operate/vocabularies/vocabularies-page.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.term.label, noindex: true });

const read = async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await requireRole(request, 'operator');
  const page = await termPage(viewer, params.kind ?? '', params.id ?? '', requestLocale(request, viewer));
  return { viewer, page };
};

export const loader = (args: LoaderFunctionArgs) => answer(async () => json((await read(args)).page));

export const action = (args: ActionFunctionArgs) =>
  answer(async () => {
    const { viewer, page } = await read(args);
    const problem = await orMessage(submitTerm(viewer, page.kind, page.term.id, await readForm(args.request)));
    return problem ? json({ problem }, { status: 400 }) : redirect('/operate/vocabularies');
  });

export default function Term() {
  const page = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <PageHeading title={page.term.label} eyebrow={m.vocab_title()} />
      {problem ? (
        <Notice kind="error" live>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <TermView page={page} />
    </>
  );
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { answerImported, importedQuery } from '~/features/joining/answer-imported.server';
import { ImportedPage } from '~/features/joining/components/imported-page';
import { importedList } from '~/features/joining/imported-list.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const STATUS = {
  invited: 200,
  erased: 200,
  invalid: 400,
  already: 409,
  has_account: 409,
  known: 409,
  gone: 409,
  too_many: 429,
};

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.imported_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const query = importedQuery(new URL(request.url).searchParams);
    return json({ query, list: await importedList(viewer, query) });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const said = await answerImported(viewer, await readForm(request), requestLocale(request, viewer));
    return json(said, { status: STATUS[said.kind] });
  });

export default function StewardImported() {
  const { query, list } = useLoaderData<typeof loader>();
  return <ImportedPage query={query} list={list} said={useActionData<typeof action>()} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { PeopleImportPage } from '~/features/operate/components/people-import-page';
import { peopleRuns } from '~/features/operate/people-import/runs-list.server';
import { answerUpload } from '~/features/operate/people-import/upload.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.people_import_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json({ runs: await peopleRuns(await requireRole(request, 'steward')) }));

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    const said = await answerUpload(viewer, await readForm(request));
    return json(said, { status: said.kind === 'invalid' || said.kind === 'unreadable' ? 400 : 200 });
  });

export default function StewardImport() {
  return <PeopleImportPage runs={useLoaderData<typeof loader>().runs} said={useActionData<typeof action>()} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireRole } from '~/auth/require-viewer.server';
import { PeopleView } from '~/features/concerns/components/people-page';
import { type PeopleSaid, peoplePage, submitPeople } from '~/features/concerns/people-page.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_people_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    await requireFresh(request);
    return json({ page: await peoplePage(viewer) });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const said = await submitPeople(await requireFresh(request), await readForm(request));
    return json(said, { status: said.kind === 'invalid' ? 400 : said.kind === 'gone' ? 409 : 200 });
  });

export default function ConcernPeople() {
  return <PeopleView {...useLoaderData<typeof loader>()} said={useActionData() as PeopleSaid | undefined} />;
}

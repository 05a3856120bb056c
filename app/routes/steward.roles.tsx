import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh, requireRole } from '~/auth/require-viewer.server';
import { RolesPage } from '~/features/stewarding/components/roles-page';
import { type RoleSaid, rolesPage, submitRoles } from '~/features/stewarding/roles-page.server';
import { readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.roles_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    await requireFresh(request);
    const person = new URL(request.url).searchParams.get('person') ?? '';
    return json({ holders: await rolesPage(viewer), person: person.slice(0, 200) });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'steward');
    const said = await submitRoles(await requireFresh(request), await readForm(request));
    return json(said, { status: said.kind === 'nobody' ? 400 : 200 });
  });

export default function Roles() {
  return <RolesPage {...useLoaderData<typeof loader>()} said={useActionData() as RoleSaid | undefined} />;
}

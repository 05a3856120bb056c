import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { BackupsPage } from '~/features/operate/backups/components/backups-page';
import { backupsOverview } from '~/features/operate/backups/overview.server';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = () => [{ title: m.backups_title() }, { name: 'robots', content: 'noindex' }];

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json(await backupsOverview(await requireRole(request, 'operator'))));

export default function OperateBackups() {
  return <BackupsPage overview={useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { SettingsNav } from '~/features/privacy/components/settings-nav';
import { SecurityPage } from '~/features/security/components/security-page';
import { securityPage } from '~/features/security/security-page.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.security_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json(await securityPage(await requireSignedIn(request))));

export default function SecuritySettings() {
  return (
    <>
      <SettingsNav />
      <SecurityPage page={useLoaderData<typeof loader>()} />
    </>
  );
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { PolicyPage } from '~/features/privacy/components/policy-page';
import { policyPage } from '~/features/privacy/policy-page.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.privacy_page_title(), description: m.privacy_page_description() });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const policy = await policyPage(viewer, requestLocale(request, viewer), params.version);
    return json({ policy, signedIn: viewer.kind === 'person' });
  });

export default function PrivacyVersion() {
  return <PolicyPage {...useLoaderData<typeof loader>()} />;
}

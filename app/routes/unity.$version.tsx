import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { UnityPage } from '~/features/unity/components/unity-page';
import { unityPage } from '~/features/unity/unity-page.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.unity_name(), description: m.unity_description() });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const { searchParams } = new URL(request.url);
    const [groups, people] = [searchParams.get('groups') ?? '', searchParams.get('people') ?? ''];
    const asked = { version: params.version ?? '', groups, people };
    const page = await unityPage(viewer, requestLocale(request, viewer), asked);
    return json({ page, further: Boolean(groups || people) });
  });

export default function UnityVersion() {
  return <UnityPage {...useLoaderData<typeof loader>()} />;
}

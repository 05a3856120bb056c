import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { GroupPageView } from '~/features/directory/components/group-page';
import { groupPage } from '~/features/directory/group-page.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.name, description: args.data?.purpose });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    return json(await groupPage(viewer, params.slug ?? '', requestLocale(request, viewer)));
  });

export default function GroupRoute() {
  return <GroupPageView group={useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { PersonPageView } from '~/features/directory/components/person-page';
import { personPage } from '~/features/directory/person-page.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.name, description: args.data?.headline, noindex: args.data?.notIndexed ?? true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    return json(await personPage(viewer, params.handle ?? '', requestLocale(request, viewer)));
  });

export default function PersonRoute() {
  return <PersonPageView person={useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { FrontPage } from '~/features/directory/components/front-page';
import { frontPage } from '~/features/directory/home.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { description: args.data?.network.description });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    return json(await frontPage(viewer, requestLocale(request, viewer)));
  });

export default function FrontRoute() {
  return <FrontPage {...useLoaderData<typeof loader>()} />;
}

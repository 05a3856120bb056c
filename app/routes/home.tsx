import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { MyHubPage } from '~/features/directory/components/my-hub-page';
import { myHub } from '~/features/directory/home.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.home_my_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json(await myHub(await requireSignedIn(request))));

export default function HomeRoute() {
  return <MyHubPage hub={useLoaderData<typeof loader>()} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { MyHubPage } from '~/features/directory/components/my-hub-page';
import { myHub } from '~/features/directory/home.server';
import { NextSteps } from '~/features/operate/next/components/next-steps';
import { nextSteps } from '~/features/operate/next/next-steps.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.home_my_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const [hub, next] = await Promise.all([myHub(viewer), nextSteps(viewer)]);
    return json({ hub, next });
  });

export default function HomeRoute() {
  const { hub, next } = useLoaderData<typeof loader>();
  return <MyHubPage hub={hub}>{next ? <NextSteps next={next} /> : null}</MyHubPage>;
}

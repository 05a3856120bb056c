import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { MinePage } from '~/features/concerns/components/mine-page';
import { myConcerns } from '~/features/concerns/my-concerns.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_mine_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json({ concerns: await myConcerns(await requireSignedIn(request)) }));

export default function MyConcerns() {
  return <MinePage {...useLoaderData<typeof loader>()} />;
}

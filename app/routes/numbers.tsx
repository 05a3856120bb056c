import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { NumbersPage } from '~/features/directory/components/numbers-page';
import { publishedNumbers } from '~/features/directory/published-numbers.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.rights_numbers_title() });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    return json(await publishedNumbers(viewer, requestLocale(request, viewer)));
  });

export default function NumbersRoute() {
  return <NumbersPage numbers={useLoaderData<typeof loader>()} />;
}

import { type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { PersonPageView } from '~/features/directory/components/person-page';
import { personPage } from '~/features/directory/person-page.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

const ROBOTS = 'X-Robots-Tag';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.name, description: args.data?.headline, noindex: args.data?.notIndexed ?? true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const person = await personPage(viewer, params.handle ?? '', requestLocale(request, viewer));
    return json(person, { headers: person.notIndexed ? { [ROBOTS]: 'noindex' } : undefined });
  });

/** Said in a header too, for what reads no page. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const rule = loaderHeaders.get(ROBOTS);
  return new Headers(rule ? { [ROBOTS]: rule } : undefined);
};

export default function PersonRoute() {
  return <PersonPageView person={useLoaderData<typeof loader>()} />;
}

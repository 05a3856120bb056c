import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { PeopleList } from '~/features/directory/components/people-list';
import { SearchForm } from '~/features/directory/components/search-form';
import { SearchNotes } from '~/features/directory/components/search-notes';
import { peopleView } from '~/features/directory/people-view.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.directory_people_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const query = parseDirectoryQuery(new URL(request.url).searchParams);
    return json(await peopleView(viewer, query, requestLocale(request, viewer)));
  });

export default function PeoplePage() {
  const { view, hits, facets, everyone, group, me } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const count = { count: everyone, shown: formatNumber(everyone, locale) };
  return (
    <>
      <PageHeading
        title={m.directory_people_heading()}
        lede={me ? m.directory_people_lede_member(count) : m.directory_people_lede_public(count)}
      />
      <SearchForm subject="people" view={view} facets={facets}>
        <div>
          <SearchNotes subject="people" view={view} />
          <PeopleList {...{ view, hits, group, me }} />
        </div>
      </SearchForm>
    </>
  );
}

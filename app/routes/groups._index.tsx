import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { GroupsList } from '~/features/directory/components/groups-list';
import { SearchForm } from '~/features/directory/components/search-form';
import { SearchNotes } from '~/features/directory/components/search-notes';
import { groupsView } from '~/features/directory/groups-view.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, { title: m.directory_groups_title() });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const query = parseDirectoryQuery(new URL(request.url).searchParams);
    return json(await groupsView(viewer, query, requestLocale(request, viewer)));
  });

export default function GroupsPage() {
  const { view, hits, facets, memberGroups } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <>
      <PageHeading
        title={m.directory_groups_heading()}
        lede={
          memberGroups === 0
            ? m.directory_groups_lede_none()
            : m.directory_groups_lede({ count: memberGroups, shown: formatNumber(memberGroups, locale) })
        }
      />
      <SearchForm subject="groups" view={view} facets={facets}>
        <div>
          <SearchNotes subject="groups" view={view} />
          <GroupsList {...{ view, hits }} />
        </div>
      </SearchForm>
    </>
  );
}

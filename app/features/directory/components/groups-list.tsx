import { m } from '~/lib/paraglide/messages.js';
import { useLocale } from '~/ui/locale';
import { Pagination } from '~/ui/pagination';
import { ResultItem } from '~/ui/result-item';
import { ResultList } from '~/ui/result-list';
import type { GroupsView } from '../groups-view.server';
import { directoryAddress } from '../query';
import { foundSentence, sortLabel } from '../words';
import { NothingFound } from './nothing-found';
import { QuietGroups } from './quiet-groups';

export function GroupLine({
  hit,
  level,
}: {
  hit: Omit<GroupsView['hits'][number], 'topics'> & { topics: string[] };
  level?: 2 | 3;
}) {
  return (
    <ResultItem
      to={`/groups/${hit.slug}`}
      name={hit.name}
      level={level}
      meta={[
        hit.place,
        hit.standing === 'listed' ? m.directory_listed() : null,
        hit.quietSince ? m.freshness_quiet_since({ year: hit.quietSince.slice(0, 4) }) : null,
      ]}
      text={hit.summary}
      chips={hit.topics.map((label) => ({ label }))}
    />
  );
}

export function GroupsList({ view, hits }: Pick<GroupsView, 'view' | 'hits'>) {
  const locale = useLocale();
  const address = (after: string) => directoryAddress('/groups', { ...view.query, after });
  return (
    <ResultList
      count={foundSentence('groups', view, locale)}
      aside={hits.length > 1 ? `${m.directory_sort()} ${sortLabel(view.sort)}` : null}
    >
      {hits.length === 0 ? <NothingFound subject="groups" searched={view.searched} /> : null}
      {hits.map((hit) => (
        <GroupLine key={hit.slug} hit={hit} />
      ))}
      <Pagination next={view.next && address(view.next)} start={view.paged ? address('') : null} />
      <QuietGroups view={view} />
    </ResultList>
  );
}

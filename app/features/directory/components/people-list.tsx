import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatMonth } from '~/ui/format';
import { type Locale, useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { Pagination } from '~/ui/pagination';
import { ResultItem } from '~/ui/result-item';
import { ResultList } from '~/ui/result-list';
import type { PeopleView } from '../people-view.server';
import { directoryAddress } from '../query';
import { foundSentence, sortLabel } from '../words';
import { NothingFound } from './nothing-found';
import { sharedPartsSentence } from './shared-parts';

type Hit = PeopleView['hits'][number];

function positionLine(position: Hit['position']): string | null {
  if (!position) return null;
  const { group, title, leads } = position;
  if (title) return m.directory_hit_in({ title, group });
  return leads ? m.directory_hit_leads({ group }) : m.directory_hit_member({ group });
}

function PersonLine({ hit, locale }: { hit: Hit; locale: Locale }) {
  return (
    <ResultItem
      to={`/people/${hit.handle}`}
      name={hit.name}
      avatar
      meta={[
        hit.imported && m.imported_mark(),
        positionLine(hit.position),
        hit.place && (hit.near ? m.directory_near_town({ place: hit.place }) : hit.place),
        hit.confirmed && m.directory_confirmed({ month: formatMonth(hit.confirmed, locale) }),
      ]}
      text={hit.headline}
      chips={[
        ...hit.topics.map((label) => ({ label })),
        ...hit.learning.map((topic) => ({ label: m.directory_learn_chip({ topic }), tone: 'clay' as const })),
      ]}
    />
  );
}

/** How the viewer appears in this very list. */
function AboutMe({ me, locale }: { me: PeopleView['me']; locale: Locale }) {
  if (!me) return null;
  return (
    <Notice icon="seen">
      {me.length > 0 ? m.directory_me_appear({ what: sharedPartsSentence(me, locale) }) : m.directory_me_not()}{' '}
      <Link to="/settings/sharing">{m.directory_me_change()}</Link>
    </Notice>
  );
}

export function PeopleList({ view, hits, group, me }: Pick<PeopleView, 'view' | 'hits' | 'group' | 'me'>) {
  const locale = useLocale();
  const address = (after: string) => directoryAddress('/people', { ...view.query, after });
  return (
    <ResultList
      count={foundSentence('people', view, locale, group)}
      aside={hits.length > 1 ? `${m.directory_sort()} ${sortLabel(view.sort)}` : null}
      note={<AboutMe me={me} locale={locale} />}
    >
      {hits.length === 0 ? <NothingFound subject="people" searched={view.searched} /> : null}
      {hits.map((hit) => (
        <PersonLine key={hit.handle} hit={hit} locale={locale} />
      ))}
      <Pagination next={view.next && address(view.next)} start={view.paged ? address('') : null} />
    </ResultList>
  );
}

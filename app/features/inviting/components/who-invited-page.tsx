import { Link } from '@remix-run/react';
import { StewardNav } from '~/features/joining/components/steward-nav';
import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { SearchRow } from '~/ui/search-row';
import { Table } from '~/ui/table';
import { SearchField } from '~/ui/text-field';
import type { InvitedLine, Named } from '../who-invited.server';

interface WhoInvitedPageProps {
  lines: InvitedLine[];
  more: boolean;
  q: string;
  isSteward: boolean;
}

/** Who came in by whose invitation, for stewards and weavers. */
export function WhoInvitedPage({ lines, more, q, isSteward }: WhoInvitedPageProps) {
  const locale = useLocale();
  return (
    <>
      {isSteward ? <StewardNav /> : null}
      <PageHeading title={m.who_invited_title()} lede={m.who_invited_lede()} />
      <SearchRow id="who-invited" label={m.who_invited_search()} button={m.imported_search_button()}>
        <SearchField label={m.who_invited_search()} defaultValue={q} />
      </SearchRow>
      <div className="section-gap stack">
        {lines.length === 0 ? (
          <EmptyState title={q ? m.imported_nothing() : m.who_invited_none()} drawing={false} />
        ) : (
          <Table
            caption={m.who_invited_caption()}
            columns={[m.who_invited_invited(), m.who_invited_inviter(), m.who_invited_day()].map((label) => ({
              label,
            }))}
            rows={lines.map(({ key, invited, inviter, since }) => ({
              key,
              cells: [<Who key="i" who={invited} />, <Who key="b" who={inviter} />, formatDay(since, locale)],
            }))}
          />
        )}
        {more ? <p className="hint">{m.who_invited_more()}</p> : null}
      </div>
    </>
  );
}

const Who = ({ who }: { who: Named }) =>
  who ? (
    <Link to={`/people/${who.handle}`}>
      <Name>{who.name}</Name>
    </Link>
  ) : (
    <span className="soft">{m.roles_no_name()}</span>
  );

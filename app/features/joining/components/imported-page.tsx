import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink, buttonClass } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDay, formatNumber } from '~/ui/format';
import { type Locale, useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Pagination } from '~/ui/pagination';
import { ResultItem } from '~/ui/result-item';
import { ResultList } from '~/ui/result-list';
import { SearchRow } from '~/ui/search-row';
import { SearchField, SelectField } from '~/ui/text-field';
import type { ImportedList, ImportedPerson, ImportedQuery } from '../imported-list.server';
import { ImportedSaid, type Said } from './imported-said';
import { InviteForm } from './invite-form';
import { StewardNav } from './steward-nav';

const STATES = {
  all: m.imported_state_all,
  not_invited: m.imported_state_not_invited,
  invited: m.imported_state_invited,
};

interface ImportedPageProps {
  list: ImportedList;
  query: ImportedQuery;
  said: Said | undefined;
}

/** Imported people, with the ways to invite or delete them. */
export function ImportedPage({ list, query, said }: ImportedPageProps) {
  const locale = useLocale();
  const address = (after: string) =>
    `/steward/imported?${new URLSearchParams({ q: query.q, state: query.state, after })}`;
  const searched = query.q !== '' || query.state !== 'all';
  return (
    <>
      <StewardNav />
      <PageHeading title={m.imported_title()} lede={m.imported_lede()}>
        {list.total > 0 ? (
          <div className="form-actions">
            <ButtonLink to="/steward/batches/new">{m.batch_new_title()}</ButtonLink>
          </div>
        ) : null}
      </PageHeading>
      <ImportedSaid said={said} />
      <SearchRow id="imported-search" label={m.imported_search_label()} button={m.imported_search_button()}>
        <SearchField label={m.imported_search_name()} defaultValue={query.q} />
        <SelectField
          name="state"
          label={m.imported_search_state()}
          defaultValue={query.state}
          options={Object.entries(STATES).map(([value, label]) => ({ value, label: label() }))}
        />
      </SearchRow>
      <div className="section-gap">
        <ResultList count={m.imported_count({ count: list.total, shown: formatNumber(list.total, locale) })}>
          {list.people.length === 0 ? <Nobody searched={searched} /> : null}
          {list.people.map((person) => (
            <Line key={person.personId} person={person} locale={locale} />
          ))}
          <Pagination next={list.next && address(list.next)} start={query.after ? address('') : null} />
        </ResultList>
      </div>
      <InviteForm said={said} />
    </>
  );
}

function Nobody({ searched }: { searched: boolean }) {
  if (searched) return <EmptyState title={m.imported_nothing()} drawing={false} />;
  return (
    <EmptyState title={m.imported_empty()} actions={<Link to="/steward/import">{m.people_import_title()}</Link>}>
      {m.imported_empty_text()}
    </EmptyState>
  );
}

function Line({ person, locale }: { person: ImportedPerson; locale: Locale }) {
  const { personId, handle, name, headline, groups, source, invited, deletedOn } = person;
  return (
    <ResultItem
      to={`/people/${handle}`}
      name={name}
      meta={[
        invited ? m.imported_invited_on({ day: formatDay(invited, locale) }) : m.imported_not_invited(),
        ...groups,
        m.imported_source({ source }),
        m.imported_deleted_on({ day: formatDay(deletedOn, locale) }),
      ]}
      text={headline}
    >
      <Form method="post" className="row" preventScrollReset>
        <input type="hidden" name="personId" value={personId} />
        {invited ? null : (
          <Button small name="intent" value="invite" aria-label={m.imported_invite_whom({ name })}>
            {m.imported_invite()}
          </Button>
        )}
        <Erase name={name} />
      </Form>
    </ResultItem>
  );
}

/** Deletes someone only once it was asked for a second time. */
function Erase({ name }: { name: string }) {
  return (
    <details className="ask-first">
      <summary className={buttonClass({ small: true })} aria-label={m.imported_erase_whom({ name })}>
        {m.imported_erase()}
      </summary>
      <div className="stack-s stack">
        <p>{m.imported_erase_sure({ name })}</p>
        <Button kind="danger" small name="intent" value="erase">
          {m.imported_erase_yes()}
        </Button>
      </div>
    </details>
  );
}

import { Link, useLocation } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { SubNav } from '~/ui/sub-nav';
import type { NewcomersAtDesk } from '../desk.server';

/** Everyone who waits to be welcomed. */
export function NewcomerList({ desk, welcomed }: { desk: NewcomersAtDesk; welcomed: boolean }) {
  const { pathname } = useLocation();
  const to = (which: string) => (which === 'all' ? pathname : `${pathname}?which=${which}`);
  const items = [
    { to: to('all'), label: m.join_desk_all({ count: desk.counts.all }) },
    { to: to('mine'), label: m.join_desk_mine({ count: desk.counts.mine }) },
    { to: to('unassigned'), label: m.join_desk_unassigned({ count: desk.counts.unassigned }) },
  ];
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.join_desk_title()} lede={m.join_desk_lede()} />
      {welcomed ? (
        <Notice kind="success" live>
          <p>{m.join_desk_welcomed()}</p>
        </Notice>
      ) : null}
      {desk.standIn ? (
        <Notice>
          <p>{m.join_desk_stand_in()}</p>
        </Notice>
      ) : null}
      <SubNav label={m.join_desk_title()} items={items} currentPath={to(desk.which)} />
      {desk.newcomers.length === 0 ? (
        <EmptyState title={m.join_desk_none()}>{m.join_desk_none_text()}</EmptyState>
      ) : null}
      <ul className="plain-list ruled">
        {desk.newcomers.map((each) => (
          <Newcomer key={each.id} newcomer={each} />
        ))}
      </ul>
    </div>
  );
}

function Newcomer({ newcomer }: { newcomer: NewcomersAtDesk['newcomers'][number] }) {
  const locale = useLocale();
  const { id, name, groupName, since, state, weaver, mine, meets } = newcomer;
  const facts = [
    m.join_desk_since({ date: formatDay(since, locale) }),
    state === 'not_now' ? m.join_desk_state_not_now() : null,
    meets ? m.join_desk_meets() : null,
  ];
  return (
    <li className="stack-s stack">
      <p>
        <Link to={`/weaving/newcomers/${id}`}>
          <Name>{name}</Name>
        </Link>
        {groupName ? (
          <span className="soft">
            {' · '}
            <Name>{groupName}</Name>
          </span>
        ) : null}
      </p>
      <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
      <p className="soft">
        {mine ? m.join_desk_by_you() : weaver ? m.join_desk_by({ name: weaver }) : m.join_desk_by_nobody()}
      </p>
    </li>
  );
}

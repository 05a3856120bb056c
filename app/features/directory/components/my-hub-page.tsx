import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { READER_AUDIENCES } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState } from '~/ui/empty-state';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { MyHub } from '../home.server';
import { Desk } from './desk';
import { sharedPartsSentence } from './shared-parts';

const AUDIENCE_WORDS = {
  public: m.home_my_public,
  member: m.home_my_member,
  weaver: m.home_my_weaver,
  steward: m.home_my_steward,
};

type MyHubPageProps = { hub: MyHub; more?: ReactNode; children?: ReactNode };

/** The viewer's own page; `children` stand first, and `more` below the viewer's groups. */
export function MyHubPage({ hub, more, children }: MyHubPageProps) {
  return (
    <>
      <PageHeading title={m.home_my_hello({ name: hub.name })} />
      {hub.standing === 'newcomer' ? <Notice>{m.home_my_newcomer()}</Notice> : null}
      {hub.standing === 'hidden' || hub.standing === 'held' ? (
        <Notice kind="warning">{m.home_my_hidden()}</Notice>
      ) : null}
      <div className="stack-l stack">
        {children}
        <Section title={m.home_my_groups()}>
          <MyGroups groups={hub.groups} mayEdit={hub.standing === 'member'} />
        </Section>
        {more}
        <Section title={m.home_my_find()}>
          <HowIAmFound hub={hub} />
        </Section>
        <Desk roles={hub.roles} />
      </div>
    </>
  );
}

function MyGroups({ groups, mayEdit }: Pick<MyHub, 'groups'> & { mayEdit: boolean }) {
  if (groups.length === 0) {
    return (
      <EmptyState
        title={m.home_my_no_groups()}
        actions={<ButtonLink to="/groups">{m.home_find_groups()}</ButtonLink>}
      />
    );
  }
  return (
    <ul className="plain-list">
      {groups.map(({ slug, name, title, leads }) => (
        <li key={slug} className="row row-between">
          <span>
            <Link to={`/groups/${slug}`}>
              <Name>{name}</Name>
            </Link>
            <span className="soft">
              {[title, leads ? m.home_my_lead() : null].filter(Boolean).map((part) => ` · ${part}`)}
            </span>
          </span>
          {leads && mayEdit ? (
            <ButtonLink to={`/groups/${slug}/edit`} kind="quiet" small aria-label={`${m.home_my_edit()}: ${name}`}>
              {m.home_my_edit()}
            </ButtonLink>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function HowIAmFound({ hub }: { hub: MyHub }) {
  const locale = useLocale();
  const seen = READER_AUDIENCES.filter((audience) => hub.sharing[audience].length > 0);
  const visible = seen.length > 0;
  return (
    <div className="stack">
      <p>{visible ? m.home_my_seen_by() : m.home_my_nothing()}</p>
      {visible ? (
        <DefinitionList
          items={READER_AUDIENCES.map((audience) => ({
            term: AUDIENCE_WORDS[audience](),
            description:
              hub.sharing[audience].length > 0
                ? sharedPartsSentence(hub.sharing[audience], locale)
                : m.home_fields_none(),
          }))}
        />
      ) : null}
      <div className="row">
        <ButtonLink to="/settings/sharing" kind="primary">
          {m.home_my_change()}
        </ButtonLink>
        <ButtonLink to="/settings/profile">{m.home_my_profile()}</ButtonLink>
        {hub.sharing.member.length > 0 ? (
          <ButtonLink to={`/people/${hub.handle}`} kind="quiet">
            {m.home_my_page()}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}

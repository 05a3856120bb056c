import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { DefinitionList, type Fact } from '~/ui/definition-list';
import { formatMonth } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { ResultItem } from '~/ui/result-item';
import { Section } from '~/ui/section';
import type { GroupPage } from '../group-page.server';
import { directoryAddress } from '../query';
import { LinkList } from './link-list';
import { Paragraphs } from './paragraphs';
import { ShowContact } from './show-contact';

const fact = (term: string, description: ReactNode): Fact[] => (description ? [{ term, description }] : []);

function facts(group: GroupPage, locale: 'en' | 'es'): Fact[] {
  const place = group.place && !group.placed ? m.directory_group_unplaced({ place: group.place }) : group.place;
  const topics = (
    <ul className="plain-list">
      {group.topics.map(({ slug, label }) => (
        <li key={slug}>
          <Link to={directoryAddress('/groups', { interest: [slug] })}>{label}</Link>
        </li>
      ))}
    </ul>
  );
  return [
    ...fact(m.directory_group_where(), place),
    ...fact(m.directory_group_topics(), group.topics.length > 0 ? topics : null),
    ...fact(
      m.directory_group_website(),
      group.website ? <LinkList links={[{ url: group.website, label: null }]} dead={group.dead} /> : null,
    ),
    ...fact(
      m.directory_group_links(),
      group.links.length > 0 ? <LinkList links={group.links} dead={group.dead} /> : null,
    ),
    ...fact(m.directory_person_confirmed(), group.confirmed && formatMonth(group.confirmed, locale)),
  ];
}

/** `children` stand below what is said of a listed group: what one can do about it. */
export function GroupPageView({ group, children }: { group: GroupPage; children?: ReactNode }) {
  const locale = useLocale();
  return (
    <article>
      <PageHeading title={<Name>{group.name}</Name>} eyebrow={group.abbreviation}>
        {group.mayEdit ? (
          <p>
            <ButtonLink to={`/groups/${group.slug}/edit`}>{m.directory_group_edit()}</ButtonLink>
          </p>
        ) : null}
      </PageHeading>
      {group.standing === 'listed' ? (
        <Notice title={m.directory_group_listed_title()}>
          <p>{m.directory_group_listed_text()}</p>
          {group.sourceNote ? <p>{m.directory_group_source({ source: group.sourceNote })}</p> : null}
        </Notice>
      ) : null}
      {group.quietSince ? (
        <div className="page-note">
          <Notice icon="seen" title={m.freshness_quiet_title({ month: formatMonth(group.quietSince, locale) })}>
            <p>
              {m.freshness_quiet_text()} {group.standing === 'member' ? m.freshness_quiet_wake() : null}
            </p>
          </Notice>
        </div>
      ) : null}
      {children}
      <div className="with-aside">
        <div className="stack-l stack">
          {group.purpose ? (
            <Section title={m.directory_group_is()}>
              <Paragraphs text={group.purpose} />
            </Section>
          ) : null}
          {group.activities ? (
            <Section title={m.directory_group_does()}>
              <Paragraphs text={group.activities} />
            </Section>
          ) : null}
          {group.standing === 'member' ? <People group={group} /> : null}
        </div>
        <aside className="stack">
          <DefinitionList items={facts(group, locale)} />
          {group.contactNoted === null ? null : (
            <ShowContact to={`/groups/${group.slug}/contact`} of="group" days={group.contactNoted} />
          )}
        </aside>
      </div>
    </article>
  );
}

function People({ group }: { group: GroupPage }) {
  const leads = group.people.filter((person) => person.leads);
  const others = group.people.filter((person) => !person.leads);
  const line = (person: GroupPage['people'][number]) => (
    <ResultItem
      key={person.handle}
      to={`/people/${person.handle}`}
      name={person.name}
      avatar
      level={3}
      meta={[person.title]}
      text={person.headline}
    />
  );
  return (
    <>
      {leads.length > 0 ? <Section title={m.directory_group_leads()}>{leads.map(line)}</Section> : null}
      <Section title={m.directory_group_people()}>
        {others.map(line)}
        {group.people.length === 0 ? <p className="soft">{m.directory_group_no_people()}</p> : null}
        {group.people.length > 0 ? (
          <p className="section-gap-s">
            <Link to={directoryAddress('/people', { group: group.slug })}>{m.directory_group_everyone()}</Link>
          </p>
        ) : null}
      </Section>
    </>
  );
}

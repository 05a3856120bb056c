import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { Avatar } from '~/ui/avatar';
import { ButtonLink } from '~/ui/button';
import { DefinitionList, type Fact } from '~/ui/definition-list';
import { formatList, formatMonth } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { NamedTerm, PersonPage } from '../person-page.server';
import { directoryAddress, type ListKey } from '../query';
import { roleLabel } from '../words';
import { BlockPerson } from './block-person';
import { LinkList } from './link-list';
import { Paragraphs } from './paragraphs';
import { ShowContact } from './show-contact';

/** Topics as links to everyone else who has them. */
function TermLinks({ terms, by, path = '/people' }: { terms: NamedTerm[]; by: ListKey; path?: string }) {
  return (
    <ul className="plain-list">
      {terms.map(({ slug, label }) => (
        <li key={slug}>
          <Link to={directoryAddress(path, { [by]: [slug] })}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}

const fact = (term: string, description: ReactNode, when: unknown = description): Fact[] =>
  when ? [{ term, description }] : [];

/** @param contact what stands in the place of the button that opens contact, where nothing may be pressed */
export function PersonPageView({ person, contact }: { person: PersonPage; contact?: ReactNode }) {
  const locale = useLocale();
  const terms = (list: NamedTerm[], by: ListKey) => (list.length > 0 ? <TermLinks terms={list} by={by} /> : null);
  const facts = [
    ...fact(m.directory_person_cares(), terms(person.interests, 'interest')),
    ...fact(m.directory_person_can(), terms(person.skills, 'skill')),
    ...fact(m.directory_person_learn(), terms(person.learning, 'learn')),
    ...fact(m.directory_person_speaks(), formatList(person.languages, locale)),
    ...fact(m.directory_person_role(), formatList(person.roles.map(roleLabel), locale)),
    ...fact(
      m.directory_person_where(),
      person.near ? m.directory_near_town({ place: person.place ?? '' }) : person.place,
      person.place,
    ),
    ...fact(m.directory_person_links(), person.links.length > 0 ? <LinkList links={person.links} /> : null),
    ...fact(m.directory_person_since(), person.joined && formatMonth(person.joined, locale)),
    ...fact(m.directory_person_confirmed(), person.confirmed && formatMonth(person.confirmed, locale)),
  ];
  return (
    <article>
      <div className="person-head">
        <Avatar name={person.name} large />
        <PageHeading
          title={<Name>{person.name}</Name>}
          eyebrow={person.pronouns}
          lede={person.headline ? <span dir="auto">{person.headline}</span> : null}
        />
      </div>
      {person.isMe ? (
        <Notice icon="seen">
          {m.directory_person_me()} <Link to="/settings/sharing">{m.directory_me_change()}</Link>
        </Notice>
      ) : null}
      {person.imported ? (
        <Notice icon="seen" title={m.imported_mark()}>
          <p>{m.imported_page_text()}</p>
        </Notice>
      ) : null}
      <div className="with-aside">
        <div className="stack-l stack">
          {person.bio ? (
            <Section title={m.directory_person_about()}>
              <Paragraphs text={person.bio} />
            </Section>
          ) : null}
          <Groups positions={person.positions} />
          {person.needs ? (
            <Section title={m.directory_person_needs()}>
              <Paragraphs text={person.needs} />
            </Section>
          ) : null}
          {person.weaving ? <p className="hint">{m.directory_person_weaving()}</p> : null}
        </div>
        <aside className="stack">
          <DefinitionList items={facts} />
          {contact ? (
            contact
          ) : person.contactNoted !== null && !person.isMe ? (
            <ShowContact to={`/people/${person.handle}/contact`} of="person" days={person.contactNoted} />
          ) : person.imported ? null : (
            <p className="hint">{m.directory_person_contact()}</p>
          )}
          {person.mayBlock ? <BlockPerson handle={person.handle} /> : null}
          {person.isMe ? <ButtonLink to="/settings/profile">{m.directory_person_edit()}</ButtonLink> : null}
        </aside>
      </div>
    </article>
  );
}

function Groups({ positions }: Pick<PersonPage, 'positions'>) {
  if (positions.length === 0) return null;
  return (
    <Section title={m.directory_person_groups()}>
      <ul className="plain-list">
        {positions.map(({ slug, name, title, leads }) => (
          <li key={slug}>
            <Link to={`/groups/${slug}`}>
              <Name>{name}</Name>
            </Link>
            <span className="soft">
              {[title, leads ? m.directory_leads() : null].filter(Boolean).map((part) => ` · ${part}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

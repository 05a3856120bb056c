import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Section } from '~/ui/section';
import type { Signatory, SignatoryList } from '../signatories.server';

type SignatoriesProps = {
  version: number;
  /** The address of the page. */
  path: string;
  groups: SignatoryList;
  people: SignatoryList;
  /** Whether the lists begin further on. */
  further: boolean;
};

/** Who stands under a version by name: groups, then people; below them those who signed an earlier one. */
export function Signatories({ version, path, groups, people, further }: SignatoriesProps) {
  const older = (list: SignatoryList) => list.shown.filter((each) => each.version < version);
  const now = (list: SignatoryList) => list.shown.filter((each) => each.version === version);
  const anyOlder = older(groups).length + older(people).length > 0;
  const counted = groups.signed + people.signed > 0;
  return (
    <Section title={m.unity_list_title()} id="signatories">
      <p className="measure">{counted || anyOlder ? m.unity_list_intro() : m.unity_list_empty()}</p>
      <Names kind="groups" count={groups.signed} list={now(groups)} />
      <Names kind="people" count={people.signed} list={now(people)} />
      {anyOlder ? (
        <>
          <h3 className="section-gap-s">{m.unity_list_older()}</h3>
          <p className="measure">{m.unity_list_older_text()}</p>
          <List base="/groups" list={older(groups)} marked />
          <List base="/people" list={older(people)} marked />
        </>
      ) : null}
      <div className="row section-gap-s">
        {further ? <Link to={`${path}#signatories`}>{m.unity_list_start()}</Link> : null}
        {groups.next ? (
          <Link to={`${path}?groups=${groups.next}#signatories`}>{m.unity_list_more_groups()}</Link>
        ) : null}
        {people.next ? (
          <Link to={`${path}?people=${people.next}#signatories`}>{m.unity_list_more_people()}</Link>
        ) : null}
      </div>
    </Section>
  );
}

function Names({ kind, count, list }: { kind: 'groups' | 'people'; count: number; list: Signatory[] }) {
  const locale = useLocale();
  if (count === 0) return null;
  const title = kind === 'groups' ? m.unity_list_groups : m.unity_list_people;
  return (
    <>
      <h3 className="section-gap-s">{title({ count, shown: formatNumber(count, locale) })}</h3>
      <List base={`/${kind}`} list={list} />
    </>
  );
}

function List({ base, list, marked = false }: { base: string; list: Signatory[]; marked?: boolean }) {
  if (list.length === 0) return null;
  return (
    <ul className="name-columns">
      {list.map(({ key, name, version }) => (
        <li key={key}>
          <Link to={`${base}/${key}`}>
            <Name>{name}</Name>
          </Link>
          {marked ? <span className="soft"> · {m.unity_list_older_mark({ version })}</span> : null}
        </li>
      ))}
    </ul>
  );
}

import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { formatDay, formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { Hearing } from '../hearing.server';
import type { HearingSaid } from '../submit-hearing.server';
import { EntryList } from './entry-list';
import { HearingSteps } from './hearing-steps';
import { keptUntil } from './kept-until';
import { stateWords } from './state-words';

type HearingPageProps = { concern: Hearing; said: HearingSaid | undefined; done: boolean };

/** A concern for the two stewards who hear it: what was said, and what comes next. */
export function HearingPage({ concern, said, done }: HearingPageProps) {
  const locale = useLocale();
  const { raisedAt, endedAt, entries, hearers, mayAct, myRound } = concern;
  const names = formatList(
    hearers.map((name) => name ?? m.concern_a_steward()),
    locale,
  );
  const facts = [
    { term: m.concern_fact_raiser(), description: <Raiser concern={concern} /> },
    { term: m.concern_fact_about(), description: <About concern={concern} /> },
    {
      term: m.concern_fact_name(),
      description: concern.mayName ? m.concern_fact_name_yes() : m.concern_fact_name_no(),
    },
    ...(hearers.length > 0 ? [{ term: m.concern_fact_hearers(), description: <bdi>{names}</bdi> }] : []),
  ];
  return (
    <div className="measure">
      <PageHeading
        eyebrow={<Link to="/steward/concerns">{m.concern_desk_title()}</Link>}
        title={m.concern_of_day({ day: formatDay(raisedAt, locale) })}
        lede={stateWords(concern)}
      />
      <div className="stack">
        {done ? (
          <Notice kind="success" live>
            <p>{m.concern_step_done()}</p>
          </Notice>
        ) : null}
        {myRound === 2 ? <p>{m.concern_hearing_appeal()}</p> : null}
        {concern.open && hearers.length < 2 ? (
          <Notice kind="warning">
            <p>{m.concern_hearing_alone()}</p>
          </Notice>
        ) : null}
        <DefinitionList items={facts} />
      </div>
      <Section title={m.concern_entries_title()} id="entries">
        <EntryList entries={entries} reader="hearer" />
      </Section>
      {mayAct ? <HearingSteps concern={concern} said={said} /> : null}
      {endedAt ? <p className="hint">{keptUntil(endedAt, locale)}</p> : null}
    </div>
  );
}

function Raiser({ concern: { raiser } }: { concern: Hearing }) {
  if (raiser.kind === 'gone') return m.concern_raiser_gone();
  if (raiser.kind === 'visitor') return raiser.reachable ? m.concern_raiser_visitor() : m.concern_raiser_unreachable();
  if (!raiser.shown) return m.concern_raiser_nameless();
  return (
    <Link to={`/people/${raiser.shown.handle}`}>
      <Name>{raiser.shown.name}</Name>
    </Link>
  );
}

function About({ concern: { about } }: { concern: Hearing }) {
  if (about.shown)
    return (
      <Link to={`/people/${about.shown.handle}`}>
        <Name>{about.shown.name}</Name>
      </Link>
    );
  if (about.linked) return m.concern_about_nameless();
  return about.typed ? <bdi>{about.typed}</bdi> : m.concern_about_nobody();
}

import { m } from '~/lib/paraglide/messages.js';
import { formatDay, formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { RaisedView } from '../my-concerns.server';
import type { Said } from '../say.server';
import { EntryList } from './entry-list';
import { keptUntil } from './kept-until';
import { Kept, SayForm } from './say-form';
import { stateWords } from './state-words';

type RaisedPageProps = { concern: RaisedView; said: Said | undefined; kept: boolean; byLink?: boolean };

/** A concern for whoever raised it: where it stands, what the stewards wrote, and where to answer. */
export function RaisedPage({ concern, said, kept, byLink = false }: RaisedPageProps) {
  const locale = useLocale();
  const { state, appeal, raisedAt, endedAt, hearers, entries, open, outside } = concern;
  const named = formatList(
    hearers.map((name) => name ?? m.concern_a_steward()),
    locale,
  );
  const mailed = state === 'outside' || state === 'passed_on' || state === 'undelivered';
  return (
    <div className="measure">
      <PageHeading
        eyebrow={m.concern_of_day({ day: formatDay(raisedAt, locale) })}
        title={m.concern_mine_one()}
        lede={stateWords({ state, appeal })}
      />
      <div className="stack">
        <Kept kept={kept} />
        {mailed ? <Mailed state={state} name={outside ?? m.concern_somebody()} /> : null}
        {!mailed && hearers.length > 0 ? (
          <p>
            <bdi>{m.concern_heard_by({ names: named })}</bdi>
          </p>
        ) : null}
      </div>
      {state === 'passed_on' ? null : (
        <Section title={m.concern_entries_title()}>
          {byLink ? <p className="hint">{m.concern_link_hides()}</p> : null}
          <EntryList entries={entries} reader="raiser" />
        </Section>
      )}
      {open ? (
        <Section title={m.concern_answer_title()} id="answer">
          <SayForm
            intent="say"
            label={m.concern_answer_words()}
            hint={m.concern_answer_hint()}
            button={m.concern_answer_button()}
            said={said}
          />
        </Section>
      ) : null}
      {endedAt ? <p className="hint">{keptUntil(endedAt, locale)}</p> : null}
    </div>
  );
}

function Mailed({ state, name }: { state: string; name: string }) {
  if (state === 'outside') return <p>{m.concern_mailed_soon({ name })}</p>;
  if (state === 'passed_on') return <p>{m.concern_mailed({ name })}</p>;
  return (
    <>
      <p>{m.concern_mailed_not({ name })}</p>
      <p>{m.concern_instead()}</p>
    </>
  );
}

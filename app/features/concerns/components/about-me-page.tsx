import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { AboutMe } from '../about-me.server';
import type { Said } from '../say.server';
import { EntryList } from './entry-list';
import { keptUntil } from './kept-until';
import { Kept, SayForm } from './say-form';
import { stateWords } from './state-words';

type AboutMePageProps = { concern: AboutMe; said: Said | undefined; kept: boolean };

/** A concern for the person it is about: what the stewards say of it, where to be heard, and where to appeal. */
export function AboutMePage({ concern, said, kept }: AboutMePageProps) {
  const locale = useLocale();
  const { hearers, entries, raisedBy, open, appealTo, endedAt } = concern;
  const names = formatList(
    hearers.map((name) => name ?? m.concern_a_steward()),
    locale,
  );
  return (
    <div className="measure">
      <PageHeading title={m.concern_me_title()} lede={m.concern_me_lede()} />
      <div className="stack">
        <Kept kept={kept} />
        <p>
          {stateWords(concern)}. {hearers.length > 0 ? <bdi>{m.concern_me_heard_by({ names })}</bdi> : null}
        </p>
        <p>{raisedBy ? <bdi>{m.concern_me_by({ name: raisedBy })}</bdi> : m.concern_me_by_nobody()}</p>
      </div>
      <Section title={m.concern_entries_title()}>
        <EntryList entries={entries} reader="about" />
      </Section>
      {open ? (
        <Section title={m.concern_me_say_title()} id="say">
          <SayForm
            intent="say"
            label={m.concern_me_say()}
            hint={concern.appeal === null ? m.concern_me_say_hint() : m.concern_me_appeal_more()}
            button={m.concern_me_say_button()}
            said={said}
          />
        </Section>
      ) : null}
      {appealTo ? <Appeal to={appealTo} said={said} /> : null}
      <Section title={m.concern_me_leave_title()}>
        <p>
          {m.concern_me_leave()} <Link to="/settings/leaving">{m.leaving_title()}</Link>
        </p>
      </Section>
      {endedAt ? <p className="hint">{keptUntil(endedAt, locale)}</p> : null}
    </div>
  );
}

function Appeal({ to, said }: { to: NonNullable<AboutMe['appealTo']>; said: Said | undefined }) {
  return (
    <Section title={m.concern_appeal_title()} id="appeal">
      {to.kind === 'nobody' ? (
        <Notice kind="warning">
          <p>{m.concern_appeal_nobody()}</p>
        </Notice>
      ) : (
        <SayForm
          intent="appeal"
          label={m.concern_appeal_words()}
          hint={'name' in to ? m.concern_appeal_outside({ name: to.name }) : m.concern_appeal_two()}
          button={m.concern_appeal_button()}
          said={said}
          contactFor={'name' in to ? to.name : undefined}
        />
      )}
    </Section>
  );
}

import { Form } from '@remix-run/react';
import { TypedPersonField } from '~/features/directory/components/typed-person-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { formatMoment } from '~/ui/format';
import { type Locale, useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { SectionForm } from '~/ui/section-form';
import { TextArea } from '~/ui/text-field';
import type { PauseLine, PauseSaid } from '../pauses/pause-pages.server';

interface PausesPageProps {
  pauses: PauseLine[];
  person: string;
  said: PauseSaid | undefined;
}

/** Where stewards pause accounts and hold entries for safety together, and end that again. */
export function PausesPage({ pauses, person, said }: PausesPageProps) {
  return (
    <div className="measure">
      <PageHeading title={m.pausing_title()} lede={m.pausing_lede()} />
      <Said said={said} />
      {pauses.length === 0 ? (
        <p className="soft">{m.pausing_none()}</p>
      ) : (
        <Section title={m.pausing_list_title()}>
          <ul className="plain-list ruled">
            {pauses.map((pause) => (
              <Line key={pause.id} pause={pause} />
            ))}
          </ul>
        </Section>
      )}
      <div className="section-gap">
        <AskForm person={person} said={said} />
      </div>
    </div>
  );
}

function stateOf({ kind, own, asked, begun, ends }: PauseLine, locale: Locale): string {
  const safety = kind === 'safety';
  if (!begun) {
    const since = formatMoment(asked, locale);
    return safety ? m.holding_state_waits({ since }) : m.pausing_state_waits({ since });
  }
  const since = formatMoment(begun, locale);
  if (own) return m.holding_state_own({ since });
  const until = ends && formatMoment(ends, locale);
  if (until) return safety ? m.holding_state_until({ until }) : m.pausing_state_until({ until });
  return safety ? m.holding_state_held({ since }) : m.pausing_state_held({ since });
}

function Line({ pause }: { pause: PauseLine }) {
  const locale = useLocale();
  const { id, kind, own, name, reason, objection, begun, mine } = pause;
  const safety = kind === 'safety';
  const agree = safety ? m.holding_agree() : m.pausing_agree();
  const lift = !begun ? m.pausing_drop() : safety ? m.holding_lift() : m.pausing_lift();
  return (
    <li className="stack-s stack">
      <h3>
        <Name>{name}</Name>
      </h3>
      <p className="soft">{stateOf(pause, locale)}</p>
      {reason ? (
        <p>
          {own ? m.holding_words_said() : m.pausing_reason_said()} <bdi className="edit-text">{reason}</bdi>
        </p>
      ) : null}
      {objection ? (
        <p>
          {safety ? m.holding_asked_said() : m.pausing_objection_said()} <bdi className="edit-text">{objection}</bdi>
        </p>
      ) : null}
      <Form method="post" className="row">
        <input type="hidden" name="id" value={id} />
        {begun || mine ? null : (
          <Button small name="intent" value="agree" aria-label={`${agree}: ${name}`}>
            {agree}
          </Button>
        )}
        <Button small name="intent" value="lift" aria-label={`${lift}: ${name}`}>
          {lift}
        </Button>
      </Form>
    </li>
  );
}

function AskForm({ person, said }: Pick<PausesPageProps, 'person' | 'said'>) {
  const invalid = said?.kind === 'invalid' ? said : undefined;
  const words = { person: m.roles_person_unknown(), reason: m.pausing_error_reason() };
  const errors = Object.fromEntries((invalid?.wrong ?? []).map((field) => [field, words[field]]));
  return (
    <SectionForm
      title={m.pausing_ask_title()}
      id="ask"
      text={m.pausing_ask_text()}
      errors={invalid && errors}
      taken={invalid ? undefined : said}
    >
      <RadioGroup
        name="purpose"
        legend={m.holding_purpose()}
        chosen={invalid?.purpose ?? 'pause'}
        options={[
          { value: 'pause', label: m.holding_purpose_pause(), hint: m.holding_purpose_pause_hint() },
          { value: 'safety', label: m.holding_purpose_safety(), hint: m.holding_purpose_safety_hint() },
        ]}
      />
      <TypedPersonField error={errors.person} defaultValue={invalid?.person ?? person} />
      <TextArea
        name="reason"
        label={m.pausing_reason()}
        hint={m.pausing_reason_hint()}
        error={errors.reason}
        defaultValue={invalid?.reason}
        maxLength={2000}
        required
      />
      <div className="form-actions">
        <Button kind="primary" name="intent" value="ask">
          {m.pausing_ask_button()}
        </Button>
      </div>
    </SectionForm>
  );
}

function Said({ said }: { said: PauseSaid | undefined }) {
  if (!said || said.kind === 'invalid' || said.kind === 'nobody') return null;
  const words = {
    paused: m.pausing_said_paused,
    held: m.holding_said_held,
    waits: m.pausing_said_waits,
    asked: m.pausing_said_asked,
    self: m.pausing_said_self,
    lately: m.pausing_said_lately,
    lifted: m.pausing_said_lifted,
    dropped: m.pausing_said_dropped,
    already: m.pausing_said_already,
    own: m.pausing_said_own,
    gone: m.pausing_said_gone,
  };
  const good = ['paused', 'held', 'waits', 'lifted', 'dropped'].includes(said.kind);
  return (
    <Notice kind={good ? 'success' : 'warning'} live>
      <p>{words[said.kind]()}</p>
    </Notice>
  );
}

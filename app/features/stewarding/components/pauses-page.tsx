import { Form } from '@remix-run/react';
import { TypedPersonField } from '~/features/directory/components/typed-person-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatMoment } from '~/ui/format';
import { useLocale } from '~/ui/locale';
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

/** Where stewards pause accounts together, and end that again. */
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

function Line({ pause: { id, name, reason, objection, asked, begun, ends, mine } }: { pause: PauseLine }) {
  const locale = useLocale();
  const state = begun
    ? ends
      ? m.pausing_state_until({ until: formatMoment(ends, locale) })
      : m.pausing_state_held({ since: formatMoment(begun, locale) })
    : m.pausing_state_waits({ since: formatMoment(asked, locale) });
  return (
    <li className="stack-s stack">
      <h3>
        <Name>{name}</Name>
      </h3>
      <p className="soft">{state}</p>
      <p>
        {m.pausing_reason_said()} <bdi className="edit-text">{reason}</bdi>
      </p>
      {objection ? (
        <p>
          {m.pausing_objection_said()} <bdi className="edit-text">{objection}</bdi>
        </p>
      ) : null}
      <Form method="post" className="row">
        <input type="hidden" name="id" value={id} />
        {begun || mine ? null : (
          <Button small name="intent" value="agree" aria-label={`${m.pausing_agree()}: ${name}`}>
            {m.pausing_agree()}
          </Button>
        )}
        <Button small name="intent" value="lift" aria-label={`${begun ? m.pausing_lift() : m.pausing_drop()}: ${name}`}>
          {begun ? m.pausing_lift() : m.pausing_drop()}
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
  const good = ['paused', 'waits', 'lifted', 'dropped'].includes(said.kind);
  return (
    <Notice kind={good ? 'success' : 'warning'} live>
      <p>{words[said.kind]()}</p>
    </Notice>
  );
}

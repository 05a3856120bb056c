import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { SelectField, TextArea } from '~/ui/text-field';
import type { NewcomerPage } from '../desk.server';
import type { DeskResult } from '../submit-newcomer.server';

type NewcomerViewProps = { newcomer: NewcomerPage; refused: DeskResult | undefined };

/** One newcomer: what they wrote, when one speaks with them, and how the welcome ends. */
export function NewcomerView({ newcomer, refused }: NewcomerViewProps) {
  const values = refused?.kind === 'refused' ? refused.values : undefined;
  return (
    <div className="narrow stack-l stack">
      <PageHeading
        title={<Name>{newcomer.name}</Name>}
        eyebrow={<Link to="/weaving/newcomers">{m.join_desk_back()}</Link>}
      />
      {refused?.kind === 'refused' ? (
        <Notice kind="error" live>
          <p>{refused.message}</p>
        </Notice>
      ) : null}
      <Written newcomer={newcomer} />
      <Section title={m.join_desk_who()}>
        <Who newcomer={newcomer} />
      </Section>
      <Section title={m.join_desk_talk()}>
        <Form method="post" className="form">
          <TextArea
            name="meeting"
            label={m.join_desk_meeting()}
            hint={m.join_desk_meeting_hint()}
            defaultValue={values ? one(values, 'meeting') || (newcomer.meeting ?? '') : (newcomer.meeting ?? '')}
          />
          <Press intent="meeting" label={m.join_desk_meeting_save()} />
        </Form>
      </Section>
      {newcomer.needed > 0 ? <Vouches newcomer={newcomer} /> : null}
      <Section title={m.join_desk_answer()}>
        <div className="stack">
          <p>{newcomer.groupName ? m.join_desk_welcome_group() : m.join_desk_welcome_text()}</p>
          <Form method="post">
            <Press intent="welcome" label={m.join_desk_welcome()} primary />
          </Form>
          <Form method="post" className="form section-gap-s">
            <TextArea
              name="note"
              label={m.join_desk_note()}
              hint={m.join_desk_note_hint()}
              defaultValue={values ? one(values, 'note') : (newcomer.note ?? '')}
            />
            <Press intent="not_now" label={m.join_desk_not_now()} />
          </Form>
        </div>
      </Section>
    </div>
  );
}

const Press = ({ intent, label, primary }: { intent: string; label: string; primary?: boolean }) => (
  <div className="form-actions">
    <Button kind={primary ? 'primary' : 'secondary'} name="intent" value={intent}>
      {label}
    </Button>
  </div>
);

const asTyped = (text: string): ReactNode => (
  <span className="typed" dir="auto">
    {text}
  </span>
);

function Written({ newcomer }: { newcomer: NewcomerPage }) {
  const locale = useLocale();
  const { since, state, groupName, groupAbout, groupWebsite, why, toldBy } = newcomer;
  const facts: [string, string | null][] = [
    [m.join_desk_asked(), formatDay(since, locale)],
    [m.join_desk_state(), state === 'not_now' ? m.join_desk_state_not_now() : m.join_desk_state_waiting()],
    [m.join_group_name(), groupName],
    [m.join_group_about(), groupAbout],
    [m.join_group_website(), groupWebsite],
    [m.join_why(), why],
    [m.join_told_by(), toldBy],
  ];
  return (
    <DefinitionList items={facts.flatMap(([term, text]) => (text ? [{ term, description: asTyped(text) }] : []))} />
  );
}

function Who({ newcomer }: { newcomer: NewcomerPage }) {
  const { mine, weaver, others } = newcomer;
  return (
    <div className="stack">
      <p>{mine ? m.join_desk_by_you() : weaver ? m.join_desk_by({ name: weaver }) : m.join_desk_by_nobody()}</p>
      {mine ? null : (
        <Form method="post">
          <Press intent="take" label={m.join_desk_take()} />
        </Form>
      )}
      {others.length > 0 ? (
        <Form method="post" className="form">
          <SelectField
            name="to"
            label={m.join_desk_hand_to()}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Press intent="hand" label={m.join_desk_hand()} />
        </Form>
      ) : null}
    </div>
  );
}

const ANSWERS = { yes: m.join_vouch_yes, no: m.join_vouch_no, rather_not: m.join_vouch_rather_not };

function Vouches({ newcomer: { needed, yes, vouches } }: { newcomer: NewcomerPage }) {
  return (
    <Section title={m.join_desk_vouches()}>
      <div className="stack">
        <p>{m.join_desk_vouches_count({ yes, needed })}</p>
        {vouches === null ? <p className="hint">{m.join_desk_vouches_hidden()}</p> : null}
        <ul className="plain-list">
          {vouches?.map(({ name, answer }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two who are unnamed look the same
            <li key={at}>
              <Name>{name}</Name>: {answer ? ANSWERS[answer]() : m.join_vouch_open()}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

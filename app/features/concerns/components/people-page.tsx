import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { ContactLine, PeoplePage, PeopleSaid } from '../people-page.server';
import { OutsideForm } from './outside-form';

/** Who takes concerns: stewards who said yes, and the trusted person outside. */
export function PeopleView({ page, said }: { page: PeoplePage; said: PeopleSaid | undefined }) {
  const taking = page.people.filter(({ state }) => state === 'takes').length;
  const outside = page.outside.some(({ agreed }) => agreed);
  return (
    <div className="measure">
      <PageHeading
        eyebrow={<Link to="/steward/concerns">{m.concern_desk_title()}</Link>}
        title={m.concern_people_title()}
        lede={m.concern_people_lede()}
      />
      <Said said={said} />
      {taking < 2 && !outside ? (
        <Notice kind="warning">
          <p>{m.concern_people_missing()}</p>
        </Notice>
      ) : null}
      <Section title={m.concern_people_stewards()}>
        <ul className="plain-list ruled">
          {page.people.map((person) => (
            <Line key={person.id} person={person} />
          ))}
        </ul>
      </Section>
      <Section title={m.concern_outside_title()} id="outside">
        <OutsideForm outside={page.outside} said={said} />
      </Section>
    </div>
  );
}

const STATES: Record<ContactLine['state'], () => string> = {
  takes: m.concern_people_takes,
  asked: m.concern_people_asked,
  free: m.concern_people_free,
};

function Line({ person: { id, name, state, isMe } }: { person: ContactLine }) {
  const shown = name ?? m.roles_no_name();
  return (
    <li className="row row-between">
      <div>
        <Name>{shown}</Name>
        {isMe ? <> · {m.roles_me()}</> : null}
        <p className="hint">{STATES[state]()}</p>
      </div>
      <div className="row">
        {isMe && state !== 'takes' ? (
          <Form method="post">
            <Button small kind="primary" name="intent" value="agree">
              {m.concern_people_agree()}
            </Button>
          </Form>
        ) : null}
        {!isMe && state === 'free' ? (
          <Press intent="ask" id={id} about={shown}>
            {m.concern_people_ask()}
          </Press>
        ) : null}
        {state === 'free' ? null : (
          <Press intent="remove" id={id} about={shown}>
            {isMe ? m.concern_people_stop() : m.concern_people_remove()}
          </Press>
        )}
      </div>
    </li>
  );
}

const Press = (props: { intent: 'ask' | 'remove'; id: string; about: string; children: string }) => (
  <Form method="post">
    <input type="hidden" name="person" value={props.id} />
    <Button small name="intent" value={props.intent} aria-label={`${props.children}: ${props.about}`}>
      {props.children}
    </Button>
  </Form>
);

function Said({ said }: { said: PeopleSaid | undefined }) {
  if (!said || said.kind === 'invalid') return null;
  const words = {
    agreed: m.concern_people_said_agreed,
    asked: m.concern_people_said_asked,
    removed: m.concern_people_said_removed,
    named: m.concern_people_said_named,
    outside_removed: m.concern_people_said_outside_removed,
    gone: m.concern_people_said_gone,
  };
  return (
    <Notice kind={said.kind === 'gone' ? 'warning' : 'success'} live>
      <p>{words[said.kind]()}</p>
    </Notice>
  );
}

import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { InvitedPage } from '../answer-invited.server';

type Said = 'declined' | 'has_account' | 'unknown' | undefined;

/** What the link of a member's invitation leads to: who asks, and two ways to answer. */
export function InvitedView({ page, said }: { page: InvitedPage; said: Said }) {
  const { network } = page;
  if (said === 'declined')
    return <Ending title={m.invitation_declined_title()} text={m.invitation_declined_text({ network })} to="/" />;
  if (said === 'has_account' || page.state === 'has_account')
    return <Ending title={m.invitation_account_title()} text={m.invitation_account_text({ network })} to="/sign-in" />;
  if (page.state === 'unknown')
    return <Ending title={m.invitation_unknown_title()} text={m.inviting_unknown_text({ network })} to="/" />;
  return <Question page={page} />;
}

const Ending = ({ title, text, to }: { title: string; text: string; to: '/' | '/sign-in' }) => (
  <div className="narrow stack">
    <PageHeading title={title} lede={text} />
    <ButtonLink to={to}>{to === '/' ? m.goodbye_link() : m.invitation_sign_in()}</ButtonLink>
  </div>
);

function Question({ page }: { page: Exclude<InvitedPage, { state: 'unknown' }> }) {
  const { network, purpose, inviter, words, name, address } = page;
  const day = formatDay(page.until, useLocale());
  return (
    <div className="measure">
      <PageHeading title={m.invitation_title()} lede={m.inviting_invited_lede({ inviter, network })}>
        {purpose ? <p>{purpose}</p> : null}
      </PageHeading>
      {words ? (
        <Section title={<Name>{m.inviting_invited_words({ inviter })}</Name>}>
          <blockquote dir="auto" className="stack-s stack">
            {words.split(/\n+/).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </blockquote>
        </Section>
      ) : null}
      <Section title={m.invitation_accept_title()}>
        <div className="stack">
          <p>{m.inviting_invited_means()}</p>
          <p>{m.inviting_invited_edge({ inviter })}</p>
          <Answer intent="accept" label={m.invitation_accept_button()} />
        </div>
      </Section>
      <Section title={m.invitation_decline_title()} id="no">
        <div className="stack">
          <p>{m.inviting_invited_about({ inviter, day })}</p>
          <DefinitionList
            items={[
              { term: m.invitation_fact_name(), description: <Name>{name}</Name> },
              { term: m.invitation_fact_address(), description: <bdi dir="ltr">{address}</bdi> },
            ]}
          />
          <p>{m.inviting_invited_decline({ inviter })}</p>
          <Answer intent="decline" label={m.invitation_decline_button()} />
        </div>
      </Section>
    </div>
  );
}

/** Loads a fresh document: whoever accepts is signed in on the next page, whatever they were before. */
const Answer = ({ intent, label }: { intent: 'accept' | 'decline'; label: string }) => (
  <Form method="post" reloadDocument>
    <Button kind={intent === 'accept' ? 'primary' : 'danger'} name="intent" value={intent}>
      {label}
    </Button>
  </Form>
);

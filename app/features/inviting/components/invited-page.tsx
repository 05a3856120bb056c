import type { LinkSaid } from '~/features/joining/answer-link.server';
import { LinkAnswer, LinkEnding } from '~/features/joining/components/link-answer';
import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { InvitedPage } from '../answer-invited.server';

/** What the link of a member's invitation leads to: who asks, and two ways to answer. */
export function InvitedView({ page, said }: { page: InvitedPage; said: LinkSaid | undefined }) {
  const { network } = page;
  if (said === 'declined')
    return <LinkEnding title={m.invitation_declined_title()} text={m.invitation_declined_text({ network })} to="/" />;
  if (said === 'has_account' || page.state === 'has_account')
    return (
      <LinkEnding title={m.invitation_account_title()} text={m.invitation_account_text({ network })} to="/sign-in" />
    );
  if (page.state === 'unknown')
    return <LinkEnding title={m.invitation_unknown_title()} text={m.inviting_unknown_text({ network })} to="/" />;
  return <Question page={page} />;
}

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
          <LinkAnswer intent="accept" />
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
          <LinkAnswer intent="decline" />
        </div>
      </Section>
    </div>
  );
}

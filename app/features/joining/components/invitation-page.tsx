import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { formatDay, formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { InvitationPage, WrittenDown } from '../answer-invitation.server';
import type { LinkSaid } from '../answer-link.server';
import { LinkAnswer, LinkEnding } from './link-answer';

type Known = Exclude<InvitationPage, { state: 'unknown' }>;

/** What an invitation's link leads to: what is known of its person, and two ways to answer. */
export function InvitationView({ page, said }: { page: InvitationPage; said: LinkSaid | undefined }) {
  if (said === 'declined')
    return <LinkEnding title={m.invitation_declined_title()} text={m.invitation_declined_text(page)} to="/" />;
  if (said === 'has_account' || page.state === 'has_account')
    return <LinkEnding title={m.invitation_account_title()} text={m.invitation_account_text(page)} to="/sign-in" />;
  if (page.state === 'unknown')
    return <LinkEnding title={m.invitation_unknown_title()} text={m.invitation_unknown_text()} to="/sign-in" />;
  return <Question page={page} />;
}

function Question({ page }: { page: Known }) {
  const { network, purpose, until, state } = page;
  const day = formatDay(until, useLocale());
  const late = state === 'late';
  return (
    <div className="measure">
      <PageHeading
        title={late ? m.invitation_late_title() : m.invitation_title()}
        lede={late ? m.invitation_late_text({ network, day }) : m.invitation_lede({ network })}
      >
        {purpose ? <p>{purpose}</p> : null}
      </PageHeading>
      <Section title={m.invitation_about_title()}>
        <div className="stack">
          <p>{m.invitation_about_text({ day: formatDay(page.deletedOn, useLocale()) })}</p>
          <About about={page.about} />
        </div>
      </Section>
      {late ? null : (
        <Section title={m.invitation_accept_title()}>
          <div className="stack">
            <p>{m.invitation_accept_text()}</p>
            <LinkAnswer intent="accept" />
          </div>
        </Section>
      )}
      <Section title={m.invitation_decline_title()} id="no">
        <div className="stack">
          <p>{m.invitation_decline_text()}</p>
          <LinkAnswer intent="decline" />
        </div>
      </Section>
    </div>
  );
}

function About({ about }: { about: WrittenDown }) {
  const locale = useLocale();
  const list = (items: string[]) => (items.length > 0 ? formatList(items, locale) : null);
  const facts: [string, string | null][] = [
    [m.invitation_fact_source(), about.source],
    [m.invitation_fact_name(), about.name],
    [m.invitation_fact_address(), about.address],
    [m.invitation_fact_pronouns(), about.pronouns],
    [m.invitation_fact_phone(), about.phone],
    [m.invitation_fact_headline(), about.headline],
    [m.invitation_fact_groups(), list(about.groups)],
    [m.invitation_fact_topics(), list(about.topics)],
    [m.invitation_fact_languages(), list(about.languages)],
    [m.invitation_fact_place(), about.place],
  ];
  return (
    <DefinitionList items={facts.flatMap(([term, text]) => (text ? [{ term, description: <bdi>{text}</bdi> }] : []))} />
  );
}

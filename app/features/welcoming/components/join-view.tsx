import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Prose } from '~/ui/prose';
import { Section } from '~/ui/section';
import type { JoinPage } from '../join-page.server';
import { JoinForm, type Refused } from './join-form';
import { Outreach } from './outreach';

const WELCOMES = {
  conversation: m.join_welcome_conversation,
  one_vouch: m.join_welcome_one_vouch,
  two_vouches: m.join_welcome_two_vouches,
};

type JoinViewProps = { page: JoinPage; kind: 'person' | 'group'; signedIn: boolean; outcome: Refused | undefined };

/** What members get and give, how one joins, and what people ask before they do. */
export function JoinView({ page, kind, signedIn, outcome }: JoinViewProps) {
  return (
    <>
      <PageHeading title={m.join_title({ network: page.network })} lede={page.purpose}>
        {signedIn ? null : (
          <p className="section-gap-s">
            <ButtonLink to="#form" kind="primary">
              {m.join_jump()}
            </ButtonLink>
          </p>
        )}
      </PageHeading>
      <section className="section">
        <div className="grid">
          <Text title={m.join_get()} text={page.get} />
          <Text title={m.join_give()} text={page.give} />
        </div>
      </section>
      <Section title={m.join_how()}>
        <p className="measure">{WELCOMES[page.welcome]()}</p>
      </Section>
      <Section title={m.join_form()} id="form">
        {signedIn ? (
          <Notice>
            <p>{m.join_signed_in()}</p>
          </Notice>
        ) : (
          <JoinForm kind={kind} sendsMail={page.sendsMail} outcome={outcome} />
        )}
      </Section>
      {page.questions.list.length > 0 ? <Questions questions={page.questions} /> : null}
      {page.mail.text ? (
        <Section title={m.join_outreach()}>
          <Outreach mail={page.mail} />
        </Section>
      ) : null}
    </>
  );
}

function Text({ title, text }: { title: string; text: JoinPage['get'] }) {
  if (!text.html) return null;
  return (
    <div className="stack">
      <h2>{title}</h2>
      <div lang={text.language}>
        <Prose html={text.html} />
      </div>
    </div>
  );
}

function Questions({ questions }: { questions: JoinPage['questions'] }) {
  return (
    <Section title={m.join_questions()}>
      <div className="stack measure" lang={questions.language}>
        {questions.list.map(({ question, html }) => (
          <details key={question} className="picker">
            <summary dir="auto">{question}</summary>
            <div className="picker-body">
              <Prose html={html} />
            </div>
          </details>
        ))}
      </div>
    </Section>
  );
}

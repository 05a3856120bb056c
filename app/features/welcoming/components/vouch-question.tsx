import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { VouchQuestion } from '../vouches.server';

/** A member is asked whether they know somebody new, and may keep it to themselves. */
export function VouchQuestionView({ question }: { question: VouchQuestion }) {
  return (
    <div className="narrow stack">
      <PageHeading title={<Name>{m.join_vouch_question({ name: question.name })}</Name>} lede={m.join_vouch_lede()} />
      <Form method="post" className="row">
        <Button kind="primary" name="answer" value="yes">
          {m.join_vouch_say_yes()}
        </Button>
        <Button name="answer" value="no">
          {m.join_vouch_say_no()}
        </Button>
        <Button kind="quiet" name="answer" value="rather_not">
          {m.join_vouch_say_rather_not()}
        </Button>
      </Form>
    </div>
  );
}

/** Questions that wait for the reader; nothing without any. */
export function VouchesAtHome({ questions }: { questions: readonly VouchQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <Section title={m.join_vouches_home()}>
      <ul className="plain-list">
        {questions.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/vouches/${id}`}>
              <Name>{m.join_vouch_question({ name })}</Name>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

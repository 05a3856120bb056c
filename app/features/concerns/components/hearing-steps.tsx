import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Section } from '~/ui/section';
import type { Hearing } from '../hearing.server';
import type { HearingSaid } from '../submit-hearing.server';
import { StepForm } from './step-form';

type StepsProps = { concern: Hearing; said: HearingSaid | undefined };

/** What the two can do, in the order in which it helps: listen first, then hear the other side, then close. */
export function HearingSteps({ concern, said }: StepsProps) {
  const { raiser, about, told, entries } = concern;
  const answerable = raiser.kind === 'member' || (raiser.kind === 'visitor' && raiser.reachable);
  const called = entries.some(({ kind }) => kind === 'call_raiser');
  const linked = about.linked;
  return (
    <Section title={m.concern_steps_title()} id="steps">
      <div className="stack">
        <p>{m.concern_steps_lede()}</p>
        {answerable ? (
          <>
            <StepForm
              intent="call_raiser"
              title={m.concern_step_call()}
              hint={m.concern_step_call_hint()}
              open={!called}
              said={said}
            />
            <StepForm
              intent="to_raiser"
              title={m.concern_step_write()}
              hint={m.concern_step_write_hint()}
              said={said}
            />
          </>
        ) : null}
        {told ? null : (
          <StepForm
            intent="tell"
            title={m.concern_step_tell()}
            hint={m.concern_step_tell_hint()}
            said={said}
            askPerson={!linked}
          />
        )}
        {told && linked ? (
          <StepForm intent="to_about" title={m.concern_step_about()} hint={m.concern_step_about_hint()} said={said} />
        ) : null}
        <StepForm intent="heard" title={m.concern_step_heard()} hint={m.concern_step_heard_hint()} said={said} />
        <StepForm intent="note" title={m.concern_step_note()} hint={m.concern_step_note_hint()} said={said} />
        <StepForm
          intent="close"
          title={m.concern_step_close()}
          hint={told ? m.concern_step_close_hint() : m.concern_step_close_unheard()}
          said={said}
        />
        <Pause concern={concern} />
        <StepBack said={said} />
      </div>
    </Section>
  );
}

function Pause({ concern: { about } }: { concern: Hearing }) {
  const person = about.shown ? `?person=${encodeURIComponent(about.shown.handle)}` : '';
  return (
    <p>
      {m.concern_pause_text()} <Link to={`/steward/pauses${person}`}>{m.pausing_title()}</Link>
    </p>
  );
}

function StepBack({ said }: { said: HearingSaid | undefined }) {
  return (
    <Form method="post" className="stack-s stack">
      <p>{m.concern_back_text()}</p>
      {said?.kind === 'alone' ? (
        <p className="error" role="alert">
          {m.concern_error_alone()}
        </p>
      ) : null}
      <div>
        <Button name="intent" value="step_back">
          {m.concern_back_button()}
        </Button>
      </div>
    </Form>
  );
}

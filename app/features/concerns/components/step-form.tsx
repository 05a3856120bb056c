import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { TextArea, TextField } from '~/ui/text-field';
import { CONCERN_LIMITS } from '../limits';
import type { HearingSaid } from '../submit-hearing.server';

type StepFormProps = {
  intent: 'call_raiser' | 'to_raiser' | 'tell' | 'to_about' | 'heard' | 'note' | 'close';
  title: string;
  hint: string;
  said: HearingSaid | undefined;
  open?: boolean;
  /** Asks for the page of the person it concerns, too. */
  askPerson?: boolean;
};

/** One step of a hearing, opened where it is the next one or was refused; what was typed stands in it again. */
export function StepForm({ intent, title, hint, said, open, askPerson }: StepFormProps) {
  const mine = said && 'intent' in said && said.intent === intent ? said : undefined;
  const wrong = mine?.kind;
  const person = wrong === 'nobody' ? m.concern_error_person() : wrong === 'near' ? m.concern_error_near() : undefined;
  const words = wrong === 'words' ? m.concern_error_step() : wrong === 'late' ? m.concern_error_late() : undefined;
  return (
    <details className="picker" open={open || mine !== undefined}>
      <summary>{title}</summary>
      <Form method="post" className="form picker-body" noValidate>
        <input type="hidden" name="intent" value={intent} />
        {askPerson ? (
          <TextField
            id={`${intent}-person`}
            name="person"
            dir="ltr"
            label={m.concern_person()}
            hint={m.concern_person_hint()}
            error={person}
            defaultValue={mine?.person}
            maxLength={CONCERN_LIMITS.about}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        ) : null}
        <TextArea
          id={`${intent}-words`}
          name="words"
          label={m.concern_step_words()}
          hint={hint}
          error={askPerson ? words : (words ?? person)}
          defaultValue={mine?.words}
          maxLength={CONCERN_LIMITS.step}
          required
        />
        <div>
          <Button aria-label={title}>{m.concern_step_button()}</Button>
        </div>
      </Form>
    </details>
  );
}

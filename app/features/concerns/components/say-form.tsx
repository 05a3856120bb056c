import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { TextArea, TextField } from '~/ui/text-field';
import { CONCERN_LIMITS } from '../limits';
import type { Said } from '../say.server';

const WORDS = {
  words: m.concern_error_step,
  contact: m.concern_error_contact,
  late: m.concern_error_late,
  nobody: m.concern_error_nobody,
  too_many: m.concern_error_too_many,
};

type SayFormProps = {
  intent: 'say' | 'appeal';
  label: string;
  hint: string;
  button: string;
  said: Said | undefined;
  /** Asks for an address to which the person outside may answer. */
  contactFor?: string;
};

/** Where a party to a concern writes to those who hear it. */
export function SayForm({ intent, label, hint, button, said, contactFor }: SayFormProps) {
  const refused = said && said.kind !== 'kept' ? said : undefined;
  const field = refused?.kind === 'words' || refused?.kind === 'contact' ? refused.kind : '_form';
  const errors = refused ? { [field]: WORDS[refused.kind]() } : undefined;
  return (
    <Form method="post" className="form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value={intent} />
      <TextArea
        name="words"
        label={label}
        hint={hint}
        error={errors?.words}
        defaultValue={refused?.words}
        maxLength={CONCERN_LIMITS.step}
        required
      />
      {contactFor ? (
        <TextField
          name="contact"
          type="email"
          dir="ltr"
          autoComplete="email"
          label={m.concern_contact_member({ name: contactFor })}
          hint={m.concern_contact_member_hint()}
          error={errors?.contact}
          defaultValue={refused?.contact}
          optional
        />
      ) : null}
      <div className="form-actions">
        <Button kind="primary">{button}</Button>
      </div>
    </Form>
  );
}

/** That what was written is with those who hear it. */
export function Kept({ kept }: { kept: boolean }) {
  if (!kept) return null;
  return (
    <Notice kind="success" live>
      <p>{m.concern_said_kept()}</p>
    </Notice>
  );
}

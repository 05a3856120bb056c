import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-group';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea, TextField } from '~/ui/text-field';
import { CONCERN_LIMITS } from '../limits';
import type { RaisePage } from '../raise-page.server';
import type { RaiseFault, RaiseSaid } from '../submit-raise.server';

const FAULTS: Record<RaiseFault, [field: string, text: () => string]> = {
  words: ['words', m.concern_error_words],
  words_long: ['words', m.concern_error_long],
  about: ['about', m.concern_error_about],
  contact: ['contact', m.concern_error_contact],
  nobody: ['_form', m.concern_error_nobody],
  too_many: ['_form', m.concern_error_too_many],
};

type RaiseFormProps = { page: RaisePage; said: RaiseSaid | undefined };

/** The form of a concern. Nothing that was typed is lost when it cannot be taken. */
export function RaiseForm({ page, said }: RaiseFormProps) {
  const invalid = said?.kind === 'invalid' ? said : undefined;
  const values = invalid?.values;
  const errors = Object.fromEntries((invalid?.wrong ?? []).map((fault) => [FAULTS[fault][0], FAULTS[fault][1]()]));
  const { outside, signedIn, enough } = page;
  const name = outside ?? '';
  const hint = signedIn ? m.concern_contact_member_hint : m.concern_contact_hint;
  return (
    <Form method="post" className="form" noValidate>
      <ErrorSummary errors={invalid ? errors : undefined} />
      <TextArea
        name="words"
        label={m.concern_words()}
        hint={m.concern_words_hint()}
        error={errors.words}
        defaultValue={values?.words}
        rows={8}
        maxLength={CONCERN_LIMITS.words}
        required
      />
      <TextField
        name="about"
        label={m.concern_about()}
        hint={m.concern_about_hint()}
        error={errors.about}
        defaultValue={values?.about}
        maxLength={CONCERN_LIMITS.about}
        autoComplete="off"
        optional
      />
      {signedIn && !outside ? null : (
        <TextField
          name="contact"
          type="email"
          dir="ltr"
          autoComplete="email"
          label={signedIn ? m.concern_contact_member({ name }) : m.concern_contact()}
          hint={enough ? hint() : m.concern_contact_outside_hint({ name })}
          error={errors.contact}
          defaultValue={values?.contact}
          optional
        />
      )}
      {signedIn && enough ? (
        <CheckboxGroup
          name="mayName"
          legend={m.concern_name_legend()}
          hint={m.concern_name_hint()}
          options={[{ value: '1', label: m.concern_name_yes() }]}
          chosen={values?.mayName ? ['1'] : []}
        />
      ) : null}
      <Involved page={page} said={invalid} />
      <div className="form-actions">
        <Button kind="primary">{m.concern_send()}</Button>
      </div>
    </Form>
  );
}

/** Who should not read it: stewards by name, or all of them where somebody outside can. */
function Involved({ page, said }: { page: RaisePage; said: Extract<RaiseSaid, { kind: 'invalid' }> | undefined }) {
  const { stewards, enough, outside } = page;
  if (!enough) return null;
  return (
    <>
      {stewards.length > 0 ? (
        <CheckboxGroup
          name="involved"
          legend={m.concern_involved()}
          hint={m.concern_involved_hint()}
          options={stewards.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          chosen={said?.values.involved}
        />
      ) : null}
      {outside ? (
        <CheckboxGroup
          name="only"
          legend={m.concern_only()}
          options={[{ value: '1', label: <bdi>{m.concern_only_yes({ name: outside })}</bdi> }]}
          chosen={said?.values.only ? ['1'] : []}
        />
      ) : null}
    </>
  );
}

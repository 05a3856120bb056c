import { EmailField } from '~/auth/components/email-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-group';
import { useLocale } from '~/ui/locale';
import { SectionForm } from '~/ui/section-form';
import { TextArea, TextField } from '~/ui/text-field';
import type { InvitationFault, InvitingSaid } from '../submit-invitation.server';

const FAULTS: Record<InvitationFault, [field: string, text: () => string]> = {
  email: ['email', m.imported_error_email],
  name: ['name', m.inviting_error_name],
  words: ['words', m.inviting_error_words],
  words_address: ['words', m.inviting_error_address],
  told: ['told', m.inviting_error_told],
};

/** The wish to invite somebody; what was typed stays when something is wrong with it. */
export function AskForm({ name, said }: { name: string; said: InvitingSaid | undefined }) {
  const locale = useLocale();
  const invalid = said?.kind === 'invalid' ? said : undefined;
  const errors = Object.fromEntries((invalid?.wrong ?? []).map((fault) => [FAULTS[fault][0], FAULTS[fault][1]()]));
  return (
    <SectionForm
      title={m.inviting_form_title()}
      id="ask"
      text={m.inviting_form_text()}
      errors={invalid && errors}
      taken={invalid ? undefined : said}
    >
      <EmailField
        of="another"
        label={m.inviting_email()}
        hint={m.inviting_email_hint()}
        error={errors.email}
        defaultValue={invalid?.values.email}
      />
      <TextField
        name="name"
        label={m.inviting_name()}
        hint={m.inviting_name_hint()}
        error={errors.name}
        defaultValue={invalid?.values.name}
        maxLength={120}
        autoComplete="off"
        required
      />
      <TextArea
        name="words"
        label={m.inviting_words()}
        hint={m.inviting_words_hint()}
        error={errors.words}
        defaultValue={invalid?.values.words}
        maxLength={1000}
        optional
      />
      <RadioGroup
        name="locale"
        legend={m.inviting_language()}
        chosen={invalid?.values.locale === 'es' || invalid?.values.locale === 'en' ? invalid.values.locale : locale}
        options={[
          { value: 'en', label: <span lang="en">English</span> },
          { value: 'es', label: <span lang="es">Español</span> },
        ]}
      />
      <CheckboxGroup
        name="told"
        legend={m.inviting_told_legend()}
        error={errors.told}
        options={[{ value: '1', label: m.inviting_told({ name }), hint: m.inviting_told_hint() }]}
      />
      <div className="form-actions">
        <Button kind="primary" name="intent" value="invite">
          {m.inviting_button()}
        </Button>
      </div>
    </SectionForm>
  );
}

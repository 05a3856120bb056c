import { EmailField } from '~/auth/components/email-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { SectionForm } from '~/ui/section-form';
import { TextField } from '~/ui/text-field';
import type { InviteFields, Said } from './imported-said';

const ERRORS: Record<keyof InviteFields, () => string> = {
  name: m.imported_error_name,
  email: m.imported_error_email,
  source: m.imported_error_source,
};

/** Invites somebody whom no list has. */
export function InviteForm({ said }: { said: Said | undefined }) {
  const invalid = said?.kind === 'invalid' ? said : undefined;
  const errors = Object.fromEntries((invalid?.wrong ?? []).map((field) => [field, ERRORS[field]()]));
  return (
    <div className="section-gap measure">
      <SectionForm
        title={m.imported_new_title()}
        id="new"
        text={m.imported_new_text()}
        errors={invalid && errors}
        taken={invalid ? undefined : said}
      >
        <TextField
          name="name"
          label={m.imported_new_name()}
          hint={m.imported_new_name_hint()}
          error={errors.name}
          defaultValue={invalid?.values.name}
          maxLength={120}
          autoComplete="off"
          required
        />
        <EmailField
          of="another"
          label={m.imported_new_email()}
          hint={m.imported_new_email_hint()}
          error={errors.email}
          defaultValue={invalid?.values.email}
        />
        <TextField
          name="source"
          label={m.imported_new_source()}
          hint={m.imported_new_source_hint()}
          error={errors.source}
          defaultValue={invalid?.values.source}
          maxLength={200}
          required
        />
        <div className="form-actions">
          <Button kind="primary" name="intent" value="invite-new">
            {m.imported_new_button()}
          </Button>
        </div>
      </SectionForm>
    </div>
  );
}

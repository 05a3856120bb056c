import { Form } from '@remix-run/react';
import { EditConflicts } from '~/features/directory/components/edit-conflicts';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea, TextField } from '~/ui/text-field';
import { DRAFT_FIELDS } from '../draft-fields';
import type { DraftPage } from '../draft-page.server';
import type { DraftOutcome } from '../edit.server';
import { fieldLabel } from '../field-labels';

const ROWS = { title: 1, body: 18, changes: 3 };

/** The texts of a draft, to be written. */
export function DraftEditor({ page, outcome }: { page: DraftPage; outcome: DraftOutcome | undefined }) {
  const values = outcome?.values ?? page.values;
  const errors = outcome?.errors ?? {};
  return (
    <Form method="post" className="form" noValidate preventScrollReset>
      <input type="hidden" name="base" value={outcome?.base ?? page.base} />
      {outcome?.kind === 'conflict' ? <EditConflicts conflicts={outcome.conflicts} /> : null}
      <ErrorSummary errors={errors} />
      {DRAFT_FIELDS.map(({ name, part, language }) => {
        const field = {
          name,
          lang: language,
          label: fieldLabel(name),
          error: errors[name],
          defaultValue: one(values, name),
        };
        if (part === 'title') return <TextField key={name} {...field} />;
        const hint = part === 'body' ? m.unity_draft_body_hint() : m.unity_draft_changes_hint();
        return <TextArea key={name} {...field} hint={hint} rows={ROWS[part]} />;
      })}
      <div className="form-actions">
        <Button kind="primary">{m.unity_draft_save()}</Button>
      </div>
    </Form>
  );
}

import { Form } from '@remix-run/react';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/text-field';
import { DRAFT_LIMITS } from '../draft-parts';
import type { Refused } from './category-form';

type AddFormProps = { intent: 'add-category' | 'add-recipient'; label: string; hint: string; refused: Refused };

/** Adds a category or a recipient by its name; what it says is filled in afterwards. */
export function AddForm({ intent, label, hint, refused }: AddFormProps) {
  const mine = refused?.part === intent ? refused : undefined;
  return (
    <Form method="post" className="form section-gap-s" noValidate preventScrollReset>
      <TextField
        id={`field-${intent}`}
        name="name"
        label={label}
        hint={hint}
        error={mine?.problem}
        defaultValue={mine ? one(mine.values, 'name') : ''}
        maxLength={DRAFT_LIMITS.name}
        dir="ltr"
        autoComplete="off"
      />
      <div className="form-actions">
        <Button name="intent" value={intent}>
          {m.drafting_add()}
        </Button>
      </div>
    </Form>
  );
}

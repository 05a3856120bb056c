import type { ReactNode } from 'react';
import { one } from '~/features/directory/edit-form';
import type { FormValues } from '~/lib/forms';
import { fieldId } from '~/ui/field';

type FlagProps = { name: string; label: string; hint: ReactNode; values: FormValues; errors: Record<string, string> };

/** A switch: one checkbox with what it does. */
export function Flag({ name, label, hint, values, errors }: FlagProps) {
  const id = fieldId(name);
  return (
    <div>
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value="on"
          defaultChecked={one(values, name) !== ''}
          aria-describedby={`${id}-hint`}
        />
        <span>{label}</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {errors[name] ? <p className="error">{errors[name]}</p> : null}
    </div>
  );
}

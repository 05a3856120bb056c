import { m } from '~/lib/paraglide/messages.js';
import { TextField, type TextFieldProps } from '~/ui/text-field';

/** A field for somebody by the address of their page, or by its last part. */
export const TypedPersonField = (given: Pick<TextFieldProps, 'error' | 'defaultValue'>) => (
  <TextField
    name="person"
    {...given}
    dir="ltr"
    label={m.roles_person_label()}
    hint={m.roles_person_hint()}
    autoComplete="off"
    autoCapitalize="none"
    spellCheck={false}
    maxLength={200}
    required
  />
);

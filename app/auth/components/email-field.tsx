import { TextField, type TextFieldProps } from '~/ui/text-field';

/** A field for the address that somebody signs in with. */
export const EmailField = (text: Pick<TextFieldProps, 'label' | 'hint' | 'error' | 'defaultValue'>) => (
  <TextField
    name="email"
    {...text}
    type="email"
    dir="ltr"
    autoComplete="email"
    autoCapitalize="none"
    spellCheck={false}
    required
    maxLength={254}
  />
);

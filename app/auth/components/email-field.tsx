import { TextField, type TextFieldProps } from '~/ui/text-field';

type EmailFieldProps = Pick<TextFieldProps, 'label' | 'hint' | 'error' | 'defaultValue'> & {
  /** Whose address is asked for: the browser offers nobody their own for another's. */
  of?: 'me' | 'another';
};

/** A field for an e-mail address. */
export const EmailField = ({ of = 'me', ...text }: EmailFieldProps) => (
  <TextField
    name="email"
    {...text}
    type="email"
    dir="ltr"
    autoComplete={of === 'me' ? 'email' : 'off'}
    autoCapitalize="none"
    spellCheck={false}
    required
    maxLength={254}
  />
);

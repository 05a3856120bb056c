import type { ReactNode } from 'react';
import { TextField } from '~/ui/text-field';

/** A field for a code that is typed by hand: of a mail, of an app or from paper. */
export const CodeField = (text: { label: ReactNode; hint?: ReactNode; error?: string }) => (
  <TextField
    name="code"
    {...text}
    dir="ltr"
    autoComplete="one-time-code"
    autoCapitalize="none"
    autoCorrect="off"
    spellCheck={false}
    maxLength={20}
    required
  />
);

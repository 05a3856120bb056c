import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';

export type FieldText = {
  /** Defaults to `field-NAME`: what an error summary links to. */
  id?: string;
  name: string;
  label: ReactNode;
  /** What happens to what I type. */
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
};

export type ControlProps = {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export const fieldId = (name: string): string => `field-${name}`;

/** The ids of hint and error that describe a control, or undefined. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

type FieldProps = FieldText & { children: (control: ControlProps) => ReactNode };

/** Label, hint and error around one control, which takes the wired props. */
export function Field({ id: given, name, label, hint, error, optional, children }: FieldProps) {
  const id = given ?? fieldId(name);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional ? <small> {m.shell_optional()}</small> : null}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children({
        id,
        name,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Field, type FieldText } from './field';

/** Splits what the frame of a field needs from what belongs on the control itself. */
function split<P extends FieldText>({ id, name, label, hint, error, optional, ...control }: P) {
  return { frame: { id, name, label, hint, error, optional }, control };
}

export type TextFieldProps = FieldText & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'>;

/** One line of text. `dir="auto"`, so that what is typed right to left reads so. */
export function TextField(props: TextFieldProps) {
  const { frame, control } = split(props);
  return (
    <Field {...frame}>{(aria) => <input type="text" dir="auto" className="input" {...control} {...aria} />}</Field>
  );
}

export function TextArea(props: FieldText & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name'>) {
  const { frame, control } = split(props);
  return (
    <Field {...frame}>{(aria) => <textarea rows={4} dir="auto" className="input" {...control} {...aria} />}</Field>
  );
}

export type SelectOption = { value: string; label: string };
type SelectProps = FieldText &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name'> & { options: SelectOption[] };

export function SelectField({ options, ...props }: SelectProps) {
  const { frame, control } = split(props);
  return (
    <Field {...frame}>
      {(aria) => (
        // A new default comes with a new address: only a new element takes it.
        <select key={String(control.defaultValue)} className="input" {...control} {...aria}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A search box with its label; `name` is `q` unless told otherwise. */
export function SearchField({ name = 'q', ...props }: Omit<TextFieldProps, 'name'> & { name?: string }) {
  return <TextField type="search" enterKeyHint="search" autoComplete="off" maxLength={200} name={name} {...props} />;
}

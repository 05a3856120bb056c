import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { ComboboxLiveProps } from './combobox-live';
import { TextField, type TextFieldProps } from './text-field';

export type ComboboxProps = Omit<TextFieldProps, 'onChange' | 'value' | 'defaultValue' | 'form'> & {
  /** Answers `?q=` (or `param`) with `{ items: Suggestion[] }`. */
  url: string;
  param?: string;
  defaultValue?: string;
  form?: string;
  /** Name of a hidden input that carries the `value` of the chosen suggestion while the text still says it. */
  valueName?: string;
  defaultPicked?: string;
};

/**
 * A text input that suggests while one types. The server renders the plain input, which works by itself; the part with
 * the suggestions arrives later and takes over what was typed, and the focus.
 */
export function Combobox({ url, param = 'q', valueName, defaultPicked, ...field }: ComboboxProps) {
  const input = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ Live: ComponentType<ComboboxLiveProps>; text: string; focused: boolean }>();

  useEffect(() => {
    let gone = false;
    import('./combobox-live').then(
      ({ ComboboxLive }) => {
        const element = input.current?.querySelector<HTMLInputElement>('input.input');
        if (gone || !element) return;
        setLive({ Live: ComboboxLive, text: element.value, focused: element === document.activeElement });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);

  if (live) {
    const { Live, text, focused } = live;
    return <Live {...field} {...{ url, param, valueName, defaultPicked }} initialText={text} initialFocus={focused} />;
  }
  return (
    <div ref={input}>
      <TextField autoComplete="off" {...field} />
      {valueName && defaultPicked ? (
        <input type="hidden" name={valueName} value={defaultPicked} form={field.form} />
      ) : null}
    </div>
  );
}

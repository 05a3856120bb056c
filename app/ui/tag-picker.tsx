import { type ReactNode, useId, useState } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { describedBy, fieldId, HintAndError } from './field';
import { fold } from './fold';
import { useHydrated } from './use-hydrated';

export type Tag = { value: string; label: string };

type TagPickerProps = {
  id?: string;
  name: string;
  legend: ReactNode;
  options: readonly Tag[];
  chosen?: readonly string[];
  hint?: ReactNode;
  error?: string;
};

/** Any number of words of a vocabulary: a list of checkboxes that folds away, with a filter box where script runs. */
export function TagPicker({ id: given, name, legend, options, chosen = [], hint, error }: TagPickerProps) {
  const id = given ?? fieldId(name);
  const filterId = useId();
  const hydrated = useHydrated();
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const [filter, setFilter] = useState('');
  const wanted = fold(filter);
  const matches = (tag: Tag) => fold(tag.label).includes(wanted);
  const toggle = (value: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(value);
    else next.delete(value);
    setPicked(next);
  };
  const names = options.filter(({ value }) => picked.has(value)).map(({ label }) => label);

  return (
    <fieldset id={id} className="field" tabIndex={-1} aria-describedby={describedBy(id, hint, error)}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      <details className="picker">
        <summary>{names.length > 0 ? names.join(', ') : m.shell_picker_none()}</summary>
        <div className="picker-body stack-s stack">
          {hydrated && options.length > 8 ? (
            <label className="field" htmlFor={filterId}>
              <span className="hint">{m.shell_picker_filter()}</span>
              <input
                id={filterId}
                className="input"
                type="search"
                autoComplete="off"
                value={filter}
                onChange={(event) => setFilter(event.target.value)}
                onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              />
            </label>
          ) : null}
          <div className="picker-list">
            {options.map((tag) => (
              <label key={tag.value} className="choice" hidden={!matches(tag)}>
                <input
                  type="checkbox"
                  name={name}
                  value={tag.value}
                  defaultChecked={picked.has(tag.value)}
                  onChange={(event) => toggle(tag.value, event.target.checked)}
                />
                <span>{tag.label}</span>
              </label>
            ))}
          </div>
          {options.some(matches) ? null : <p className="hint">{m.shell_picker_no_match()}</p>}
        </div>
      </details>
    </fieldset>
  );
}

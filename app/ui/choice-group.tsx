import type { ReactNode } from 'react';
import { describedBy, fieldId, HintAndError } from './field';

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = {
  id?: string;
  name: string;
  legend: ReactNode;
  /** Keeps the legend for screen readers where a heading above already says it. */
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: string;
  options: Choice[];
};

function ChoiceGroup({
  type,
  chosen,
  id,
  name,
  legend,
  legendHidden,
  hint,
  error,
  options,
}: GroupProps & { type: 'checkbox' | 'radio'; chosen: readonly string[] }) {
  const groupId = id ?? fieldId(name);
  return (
    <fieldset id={groupId} tabIndex={-1} aria-describedby={describedBy(groupId, hint, error)}>
      <legend className={legendHidden ? 'sr-only' : undefined}>{legend}</legend>
      <HintAndError id={groupId} hint={hint} error={error} />
      {options.map(({ value, label, hint: more, disabled }) => (
        <label key={value} className="choice">
          <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} disabled={disabled} />
          <span>
            {label}
            {more ? <span className="hint">{more}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Any number of answers; sent as one `name` per chosen value. */
export function CheckboxGroup({ chosen = [], ...props }: GroupProps & { chosen?: readonly string[] }) {
  return <ChoiceGroup type="checkbox" chosen={chosen} {...props} />;
}

/** One answer of several. */
export function RadioGroup({ chosen, ...props }: GroupProps & { chosen?: string }) {
  return <ChoiceGroup type="radio" chosen={chosen === undefined ? [] : [chosen]} {...props} />;
}

import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';

export type FacetOption = { value: string; label: string; count?: string; checked?: boolean };

type FacetProps = {
  name: string;
  legend: ReactNode;
  options: readonly FacetOption[];
  /** Id of the search form, when the facet stands outside it. */
  form?: string;
  /** How many options show before the rest folds away. */
  limit?: number;
};

/** Checkboxes with how many hits each would leave; a chosen one never folds away. Nothing without options. */
export function Facet({ name, legend, options, form, limit = 6 }: FacetProps) {
  if (options.length === 0) return null;
  const shown = options.filter(({ checked }, index) => checked || index < limit);
  const rest = options.filter((option) => !shown.includes(option));
  const row = (option: FacetOption) => <FacetRow key={option.value} name={name} form={form} {...option} />;
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {shown.map(row)}
      {rest.length > 0 ? (
        <details className="more">
          <summary>{m.shell_more_choices()}</summary>
          {rest.map(row)}
        </details>
      ) : null}
    </fieldset>
  );
}

function FacetRow({ name, form, value, label, count, checked }: FacetOption & { name: string; form?: string }) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={value} form={form} defaultChecked={checked} />
      <span>{label}</span>
      {count === undefined ? null : <span className="count">{count}</span>}
    </label>
  );
}

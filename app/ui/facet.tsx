import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';

export type FacetOption = { value: string; label: string; count?: string; checked?: boolean };

type FacetProps = {
  name: string;
  legend: ReactNode;
  options: readonly FacetOption[];
  /** Id of the search form, when the facet stands outside it. */
  form?: string;
  /** Where the same page has the choices left out here, or has as few again. */
  more?: { to: string; count: number } | { to: string; open: true } | null;
};

/** Checkboxes with how many hits each would leave, and a link to those left out. Nothing without options. */
export function Facet({ name, legend, options, form, more }: FacetProps) {
  if (options.length === 0) return null;
  const id = `facet-${name}`;
  return (
    <fieldset className="facet" id={id}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <FacetRow key={option.value} name={name} form={form} {...option} />
      ))}
      {more ? (
        <Link className="facet-more" to={`${more.to}#${id}`} preventScrollReset replace>
          {'open' in more ? m.shell_fewer_choices() : m.shell_more_choices({ count: more.count })}
          <span className="sr-only"> ({legend})</span>
        </Link>
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

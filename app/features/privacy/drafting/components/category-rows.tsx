import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import type { DraftPageData } from '../draft-page.server';
import { CategoryForm, type Refused } from './category-form';
import { Faults } from './faults';
import { RemoveForm } from './remove-form';

type CategoryRowsProps = { page: DraftPageData; refused: Refused };

/** The categories, one below the other; the one that stands opened is a form. */
export function CategoryRows({ page: { table, opened, faults, warnings }, refused }: CategoryRowsProps) {
  return (
    <ul className="plain-list ruled">
      {table?.categories.map((row) => {
        const about = [...faults, ...warnings].filter(({ part, name }) => part === 'categories' && name === row.name);
        const mine = opened?.name === row.name ? opened : null;
        return (
          <li key={row.name} id={`categories-${row.name}`} className="stack-s stack">
            <div className="row row-between">
              <h3>{row.label}</h3>
              {mine ? null : (
                <Link
                  to={`?category=${row.name}#categories-${row.name}`}
                  aria-label={m.drafting_change_of({ what: row.label })}
                >
                  {m.drafting_change()}
                </Link>
              )}
            </div>
            <p className="hint">{row.what || m.drafting_no_fields()}</p>
            <Faults faults={about} />
            {mine ? (
              <>
                <CategoryForm form={mine} refused={refused?.part === 'categories' ? refused : undefined} />
                <RemoveForm part="category" name={mine.name} base={mine.base}>
                  {m.drafting_remove_category()}
                </RemoveForm>
              </>
            ) : (
              <p>{m.drafting_row({ ceiling: row.ceiling, proposed: row.proposed })}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';

type DirectoryLayoutProps = {
  /** `Facet`s and the button that applies them. */
  facets: ReactNode;
  /** How many choices are made: shown where the facets are folded away. */
  chosen?: number;
  children: ReactNode;
};

/** Two columns: facets, and beside them the results. On narrow screens the facets fold into one line. */
export function DirectoryLayout({ facets, chosen = 0, children }: DirectoryLayoutProps) {
  return (
    <div className="directory">
      <details className="facet-panel">
        <summary>{chosen > 0 ? m.shell_narrow_chosen({ count: chosen }) : m.shell_narrow()}</summary>
        <div className="facets">{facets}</div>
      </details>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

export type Fact = { term: string; description: ReactNode };

/** Facts as term and description, short ones in a `row`. An absent fact is left out by the caller, never shown as empty. */
export function DefinitionList({ items, row }: { items: readonly Fact[]; row?: boolean }) {
  return (
    <dl className={row ? 'facts facts-row' : 'facts'}>
      {items.map(({ term, description }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from 'react';

export type Fact = { term: string; description: ReactNode };

/** Facts as term and description. An absent fact is left out by the caller, never shown as empty. */
export function DefinitionList({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, description }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

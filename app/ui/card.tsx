import type { ReactNode } from 'react';

/** A boxed item of a grid: what it is (`eyebrow`), its title, and the rest. */
export function Card({ title, eyebrow, children }: { title: ReactNode; eyebrow?: ReactNode; children?: ReactNode }) {
  return (
    <article className="card">
      {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
      <h3>{title}</h3>
      {children}
    </article>
  );
}

import { type ReactNode, useId } from 'react';

/** A part of a page under its own h2. */
export function Section({ title, id, children }: { title: ReactNode; id?: string; children: ReactNode }) {
  const made = useId();
  const headingId = `${id ?? made}-title`;
  return (
    <section className="section" id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

/** A row of large numbers; holds `StatNumber`s. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>;
}

/** One large number with what it counts; `value` is formatted already. */
export function StatNumber({ value, label }: { value: string; label: string }) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';

type ResultListProps = {
  /** A sentence, not a bare number; announced when it changes. */
  count: ReactNode;
  /** Beside the count: how the list is sorted. */
  aside?: ReactNode;
  /** Between the count and the first hit: how the viewer appears here. */
  note?: ReactNode;
  children: ReactNode;
};

/** The hits of a search: `ResultItem`s, or an empty state. */
export function ResultList({ count, aside, note, children }: ResultListProps) {
  const busy = useNavigation().state !== 'idle';
  return (
    <section aria-label={m.shell_results()} aria-busy={busy || undefined}>
      <div className="results-head">
        <p role="status">{count}</p>
        {aside ? <div className="soft small">{aside}</div> : null}
      </div>
      {note}
      {children}
    </section>
  );
}

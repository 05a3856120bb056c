import { Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { ProgressNote } from '~/ui/progress-note';
import type { RunSummary } from '../run-page.server';

const EVERY = 2000;

/** How far an import is: looks again by itself, and without JavaScript by a link. */
export function RunProgress({ run }: { run: RunSummary }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <div className="stack">
      {run.state === 'undoing' ? (
        <ProgressNote label={m.import_undoing()} />
      ) : (
        <ProgressNote
          label={m.import_progress({ done: run.done, rows: run.rows })}
          value={run.done}
          max={Math.max(1, run.rows)}
        />
      )}
      <p>
        {m.import_progress_text()} <Link to={`/operate/import/${run.id}`}>{m.import_reload()}</Link>
      </p>
    </div>
  );
}

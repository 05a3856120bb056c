import { m } from '~/lib/paraglide/messages.js';
import { LookAgain } from '~/ui/look-again';
import { ProgressNote } from '~/ui/progress-note';
import type { RunSummary } from '../run-page.server';

/** How far an import is: looks again by itself, and without JavaScript by a link. */
export function RunProgress({ run }: { run: RunSummary }) {
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
        {m.import_progress_text()} <LookAgain to={`/operate/import/${run.id}`}>{m.import_reload()}</LookAgain>
      </p>
    </div>
  );
}

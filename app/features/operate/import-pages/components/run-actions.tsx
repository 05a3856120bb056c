import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import type { RunSummary } from '../run-page.server';

/** What can be done with an import: its report, going on, taking it back. */
export function RunActions({ run }: { run: RunSummary }) {
  return (
    <div className="stack">
      <p>
        <a href={`/operate/import/${run.id}/report.csv`} download>
          {m.import_report()}
        </a>
      </p>
      {run.state === 'stopped' && run.hasFile ? (
        <form method="post">
          <Button kind="primary" name="intent" value="go-on">
            {m.import_go_on()}
          </Button>
        </form>
      ) : null}
      {run.state === 'stopped' && !run.hasFile ? <p>{m.import_no_file()}</p> : null}
      {run.state === 'finished' || run.state === 'stopped' ? (
        <details className="stack">
          <summary>{m.import_undo_title()}</summary>
          <p>{m.import_undo_text()}</p>
          <form method="post">
            <Button kind="danger" name="intent" value="undo">
              {m.import_undo()}
            </Button>
          </form>
        </details>
      ) : null}
    </div>
  );
}

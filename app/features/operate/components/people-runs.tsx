import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatDay, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Section } from '~/ui/section';
import { Table } from '~/ui/table';
import type { PeopleRun } from '../people-import/runs-list.server';

/** Imports so far, each with the way to take it back. */
export function PeopleRuns({ runs }: { runs: PeopleRun[] }) {
  const locale = useLocale();
  if (runs.length === 0) return null;
  return (
    <div className="section-gap">
      <Section title={m.people_import_runs_title()}>
        <div className="stack">
          <p className="hint">{m.people_import_undo_hint()}</p>
          <Table
            caption={m.people_import_runs_caption()}
            columns={[
              { label: m.people_import_runs_source() },
              { label: m.people_import_runs_day() },
              { label: m.people_import_runs_created(), numeric: true },
              { label: m.people_import_runs_waiting(), numeric: true },
              { label: m.people_import_runs_undo() },
            ]}
            rows={runs.map((run) => ({
              key: run.id,
              cells: [
                <bdi key="source">{run.source}</bdi>,
                formatDay(run.day, locale),
                formatNumber(run.created, locale),
                formatNumber(run.waiting, locale),
                <Undo key="undo" run={run} />,
              ],
            }))}
          />
        </div>
      </Section>
    </div>
  );
}

function Undo({ run }: { run: PeopleRun }) {
  if (run.undone && run.waiting === 0) return <>{m.people_import_undone()}</>;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="run" value={run.id} />
      <Button
        small
        kind="danger"
        name="intent"
        value="undo"
        aria-label={m.people_import_undo_which({ source: run.source })}
      >
        {m.people_import_undo()}
      </Button>
    </Form>
  );
}

import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatDay, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Table } from '~/ui/table';
import type { ListedRun } from '../list-runs.server';
import { stateWords } from './words';

/** Imports, the newest first. */
export function RunsTable({ runs }: { runs: ListedRun[] }) {
  const locale = useLocale();
  if (runs.length === 0) return <p>{m.import_no_runs()}</p>;
  return (
    <Table
      caption={m.import_runs_caption()}
      columns={[
        { label: m.import_file() },
        { label: m.import_state() },
        { label: m.import_rows(), numeric: true },
        { label: m.import_started() },
      ]}
      rows={runs.map((run) => ({
        key: run.id,
        cells: [
          <Link key="file" to={`/operate/import/${run.id}`}>
            <Name>{run.fileName}</Name>
          </Link>,
          <span key="state">
            {stateWords(run.state)}
            {run.waiting > 0 ? (
              <>
                {' · '}
                <Link to={`/operate/import/${run.id}/duplicates`}>
                  {m.import_runs_waiting({ count: run.waiting, shown: formatNumber(run.waiting, locale) })}
                </Link>
              </>
            ) : null}
          </span>,
          formatNumber(run.rows, locale),
          <span key="by">
            <time dateTime={run.created}>{formatDay(run.created, locale)}</time>
            {run.startedBy ? (
              <>
                , <Name>{run.startedBy}</Name>
              </>
            ) : null}
          </span>,
        ],
      }))}
    />
  );
}

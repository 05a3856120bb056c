import { m } from '~/lib/paraglide/messages.js';
import { Table } from '~/ui/table';
import type { PolicyPageData } from '../policy-page.server';

/** Every category of the policy, a row each. */
export function PolicyTable({ rows }: { rows: PolicyPageData['table'] }) {
  const columns = [
    m.privacy_column_what(),
    m.privacy_column_proposed(),
    m.privacy_column_ceiling(),
    m.privacy_column_purposes(),
    m.privacy_column_retention(),
    m.privacy_column_recipients(),
  ];
  return (
    <Table
      caption={m.privacy_table_caption()}
      columns={columns.map((label) => ({ label }))}
      rows={rows.map((row) => ({
        key: row.name,
        cells: [
          <Lines key="what" first={row.label} more={[row.what]} />,
          row.proposed,
          <Lines key="ceiling" first={row.ceiling} more={row.relations} />,
          <Lines key="purposes" first={row.purposes} more={[row.basis, row.searchable]} />,
          row.retention,
          row.recipients.join(', ') || m.privacy_no_recipient(),
        ],
      }))}
    />
  );
}

function Lines({ first, more }: { first: string; more: string[] }) {
  return (
    <>
      {first}
      {more.map((line) => (
        <p key={line} className="hint">
          {line}
        </p>
      ))}
    </>
  );
}

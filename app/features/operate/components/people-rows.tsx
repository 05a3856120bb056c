import { m } from '~/lib/paraglide/messages.js';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Table } from '~/ui/table';
import type { ShownRow } from '../people-import/upload.server';

const OUTCOMES = {
  created: m.people_import_outcome_created,
  changed: m.people_import_outcome_changed,
  skipped: m.people_import_outcome_skipped,
};

/** What becomes of each row of the file. */
export function PeopleRows({ rows, total }: { rows: ShownRow[]; total: number }) {
  const locale = useLocale();
  const shown = formatNumber(rows.length, locale);
  return (
    <div className="stack section-gap">
      <Table
        caption={m.people_import_rows_caption()}
        columns={[
          { label: m.people_import_column_row() },
          { label: m.people_import_column_name() },
          { label: m.people_import_column_outcome() },
          { label: m.people_import_column_notes() },
        ]}
        rows={rows.map(({ row, name, outcome, notes }) => ({
          key: String(row),
          cells: [row, <Name key="name">{name}</Name>, OUTCOMES[outcome](), notes.join('; ')],
        }))}
      />
      {total > rows.length ? (
        <p className="hint">{m.people_import_rows_more({ shown, total: formatNumber(total, locale) })}</p>
      ) : null}
    </div>
  );
}

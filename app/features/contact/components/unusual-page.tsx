import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { formatDay, formatMoment, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Table } from '~/ui/table';
import { MOST_A_DAY, UNUSUAL } from '../limits';
import type { UnusualEntry } from '../unusual.server';
import { Who } from './who';

/** For stewards: accounts that opened unusually many contacts. */
export function UnusualPage({ entries }: { entries: UnusualEntry[] }) {
  const locale = useLocale();
  const columns = [
    { label: m.contact_unusual_when() },
    { label: m.contact_log_who() },
    { label: m.contact_unusual_count(), numeric: true },
  ];
  const rows = entries.map(({ key, per, since, role, person, different }) => ({
    key: `${key} ${per} ${since}`,
    cells: [
      per === 'day'
        ? m.contact_unusual_day({ day: formatDay(since, locale) })
        : m.contact_unusual_hour({ hour: formatMoment(since, locale) }),
      <Who key="who" who={person ? { kind: 'person', role, ...person } : { kind: 'someone', role }} />,
      formatNumber(different, locale),
    ],
  }));
  return (
    <>
      <PageHeading
        title={m.contact_unusual_title()}
        lede={m.contact_unusual_lede({ hour: UNUSUAL.hour, day: UNUSUAL.day, most: MOST_A_DAY.different })}
      />
      {rows.length > 0 ? (
        <Table caption={m.contact_unusual_caption()} columns={columns} rows={rows} />
      ) : (
        <EmptyState title={m.contact_unusual_none()} />
      )}
    </>
  );
}

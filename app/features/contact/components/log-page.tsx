import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { formatMoment } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { Table } from '~/ui/table';
import { fieldWord } from '../field-words';
import type { ContactLog, LogEntry } from '../my-log.server';
import { Who } from './who';

function What({ field, group }: Pick<LogEntry, 'field' | 'group'>) {
  if (!group) return fieldWord(field);
  return (
    <>
      {fieldWord(field)} ·{' '}
      <Link to={`/groups/${group.slug}`}>
        <Name>{group.name}</Name>
      </Link>
    </>
  );
}

/** Who opened the reader's contact or that of their group, and when their data was taken away. */
export function LogPage({ log }: { log: ContactLog }) {
  const locale = useLocale();
  const days = m.contact_days({ count: log.days });
  const columns = [m.contact_log_when(), m.contact_log_who(), m.contact_log_what()].map((label) => ({ label }));
  const rows = log.entries.map(({ id, at, who, field, group }) => ({
    key: id,
    cells: [formatMoment(at, locale), <Who key="who" who={who} />, <What key="what" field={field} group={group} />],
  }));
  return (
    <>
      <PageHeading title={m.contact_log_title()} lede={m.contact_log_lede({ days })} />
      {rows.length > 0 ? (
        <Table caption={m.contact_log_caption()} columns={columns} rows={rows} />
      ) : (
        <EmptyState title={m.contact_log_none({ days })}>{m.contact_log_none_text()}</EmptyState>
      )}
      {log.more ? <p className="hint">{m.contact_log_more()}</p> : null}
      <Section title={m.contact_log_exports()}>
        {log.exports.length > 0 ? (
          <ul className="plain-list">
            {log.exports.map(({ at, what }) => (
              <li key={`${at} ${what}`}>
                {formatMoment(at, locale)} ·{' '}
                {what === 'own' ? m.contact_log_export_own() : m.contact_log_export_groups()}
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{m.contact_log_exports_none({ days })}</p>
        )}
      </Section>
    </>
  );
}

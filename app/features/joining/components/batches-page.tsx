import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatMoment, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Table } from '~/ui/table';
import type { BatchLine } from '../batches/read-batches.server';
import { StewardNav } from './steward-nav';

const state = ({ sent, stopped, waiting }: BatchLine): string => {
  if (!sent) return m.batch_state_draft();
  if (stopped) return m.batch_state_stopped();
  return waiting > 0 ? m.batch_state_sending() : m.batch_state_sent();
};

/** Batches of invitations, and how far each is. */
export function BatchesPage({ batches }: { batches: BatchLine[] }) {
  const locale = useLocale();
  const columns = [
    { label: m.batch_column_made() },
    { label: m.batch_column_state() },
    { label: m.batch_fact_people(), numeric: true },
    { label: m.batch_fact_waiting(), numeric: true },
  ];
  const rows = batches.map((batch) => ({
    key: batch.id,
    cells: [
      <Link key="made" to={`/steward/batches/${batch.id}`}>
        {formatMoment(batch.created, locale)}
      </Link>,
      state(batch),
      formatNumber(batch.size, locale),
      formatNumber(batch.waiting, locale),
    ],
  }));
  return (
    <>
      <StewardNav />
      <PageHeading title={m.batches_title()} lede={m.batches_lede()}>
        <div className="form-actions">
          <ButtonLink to="/steward/batches/new" kind="primary">
            {m.batch_new_title()}
          </ButtonLink>
        </div>
      </PageHeading>
      {rows.length > 0 ? (
        <Table caption={m.batches_title()} columns={columns} rows={rows} />
      ) : (
        <EmptyState title={m.batches_none()} drawing={false} />
      )}
    </>
  );
}

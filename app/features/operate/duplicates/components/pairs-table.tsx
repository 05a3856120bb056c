import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Name } from '~/ui/name';
import { Table } from '~/ui/table';
import type { PairsPage } from '../pair-page.server';
import { becauseWords, choiceWords } from './words';

/** The pairs of an import, each with what was decided. */
export function PairsTable({ page }: { page: PairsPage }) {
  return (
    <Table
      caption={m.dup_caption()}
      columns={[
        { label: m.dup_theirs() },
        { label: m.dup_row(), numeric: true },
        { label: m.dup_ours() },
        { label: m.dup_why() },
        { label: m.dup_state() },
      ]}
      rows={page.pairs.map(({ line, name, ours, because, choice }) => ({
        key: String(line),
        cells: [
          <Link key="name" to={`/operate/import/${page.runId}/duplicates/${line}`}>
            <Name>{name}</Name>
          </Link>,
          line,
          <Name key="ours">{ours}</Name>,
          becauseWords(because),
          choice ? choiceWords(choice) : m.dup_waiting(),
        ],
      }))}
    />
  );
}

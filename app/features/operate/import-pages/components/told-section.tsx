import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import type { Told, ToldRow } from '../told';
import { reasonWords } from './words';

function RowList({ title, rows }: { title: string; rows: ToldRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="stack">
      <summary>
        {title} ({rows.length})
      </summary>
      <ul className="stack">
        {rows.map(({ row, name, detail }) => (
          <li key={row}>
            {m.import_row({ row })} <Name>{name}</Name>
            {detail ? <> · {detail}</> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What became of rows, or would: counts first, then whatever deserves a look. */
export function ToldSection({ told }: { told: Told }) {
  const locale = useLocale();
  return (
    <div className="stack">
      <DefinitionList
        row
        items={[
          { term: m.import_created(), description: formatNumber(told.created, locale) },
          { term: m.import_changed(), description: formatNumber(told.changed, locale) },
          { term: m.import_skipped(), description: formatNumber(told.skipped, locale) },
        ]}
      />
      {told.reasons.length > 0 ? (
        <ul>
          {told.reasons.map(({ code, rows }) => (
            <li key={code}>
              {reasonWords(code)}: {rows}
            </li>
          ))}
        </ul>
      ) : null}
      <RowList title={m.import_unplaced()} rows={told.unplaced} />
      <RowList title={m.import_suspects()} rows={told.suspects} />
    </div>
  );
}

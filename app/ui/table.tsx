import { type ReactNode, useId } from 'react';

export type Column = { label: string; numeric?: boolean };
export type Row = { key: string; cells: readonly ReactNode[] };

/**
 * A table whose first cell of a row is the row's heading. On a narrow screen each row of many columns stands as a
 * block in which a value has the name of its column before it; what does not fit scrolls in a region of its own.
 */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
}) {
  const captionId = useId();
  const stacks = columns.length > 3;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-region" aria-labelledby={captionId} tabIndex={0}>
      <table className={stacks ? 'table table-stacking' : 'table'}>
        <caption id={captionId}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td
                  key={columns[index + 1]?.label ?? index}
                  data-label={stacks ? columns[index + 1]?.label : undefined}
                  data-numeric={columns[index + 1]?.numeric || undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { m } from '~/lib/paraglide/messages.js';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Section } from '~/ui/section';
import type { Cell } from '../published-numbers.server';

/**
 * One statistic: its cells with a bar each, or why there are none.
 * @param cells null where the policy does not let anybody count it
 */
export function NumberCells({ title, cells, least }: { title: string; cells: readonly Cell[] | null; least: string }) {
  const locale = useLocale();
  const most = Math.max(1, ...(cells ?? []).map(({ value }) => value));
  if (!cells || cells.length === 0)
    return (
      <Section title={title}>
        <p>{cells ? m.rights_numbers_none({ least }) : m.rights_numbers_off()}</p>
      </Section>
    );
  return (
    <Section title={title}>
      <ul className="bars">
        {cells.map(({ label, value }) => (
          <li key={label}>
            <span>{label}</span>
            <span className="soft">{m.rights_about({ count: formatNumber(value, locale) })}</span>
            <svg aria-hidden="true">
              <rect width={`${(value / most) * 100}%`} height="100%" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="hint">{m.rights_numbers_small({ least })}</p>
    </Section>
  );
}

/** A small label; `clay` marks what someone wants to learn. */
export type ChipItem = { label: string; tone?: 'green' | 'clay' };

/** Labels in a row, as a list. Nothing at all when there are none. */
export function Chips({ items }: { items: readonly ChipItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="chips">
      {items.map(({ label, tone }) => (
        <li key={label} className={tone === 'clay' ? 'chip chip-clay' : 'chip'}>
          {label}
        </li>
      ))}
    </ul>
  );
}

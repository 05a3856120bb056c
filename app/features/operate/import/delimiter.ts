export const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;
export type Delimiter = keyof typeof DELIMITERS;

const RECORDS = 50;

/** What parts the cells: the character that stands equally often in the header and the rows after it. Pure. */
export function detectDelimiter(text: string): Delimiter {
  const scores = (Object.keys(DELIMITERS) as Delimiter[]).map((delimiter) => {
    const counts = cellCounts(text.slice(0, 500_000), delimiter);
    const header = counts[0] ?? 0;
    const alike = counts.filter((count) => count === header).length / Math.max(1, counts.length);
    return { delimiter, header, alike: header > 1 ? alike : -1 };
  });
  const [best] = scores.sort((a, b) => b.alike - a.alike || b.header - a.header);
  return best && best.alike >= 0 ? best.delimiter : ',';
}

/** Cells of the first records; empty lines are passed over. */
function cellCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let atStart = true;
  let empty = true;
  for (const letter of text) {
    if (quoted) {
      if (letter === '"') quoted = false;
    } else if (letter === '"' && atStart) quoted = true;
    else if (letter === '\n' || letter === '\r') {
      if (!empty) counts.push(cells);
      if (counts.length === RECORDS) return counts;
      cells = 1;
      empty = true;
    } else if (letter === delimiter) cells += 1;
    atStart = !quoted && (letter === delimiter || letter === '\n' || letter === '"');
    if (letter !== '\n' && letter !== '\r') empty = false;
  }
  return empty ? counts : [...counts, cells];
}

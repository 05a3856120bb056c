/** What a spreadsheet may take for a formula: a sign at the beginning, behind any apostrophes that keep it from that. */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * One cell as it is written: an apostrophe goes before what would be a formula (an import takes one away again), and
 * what holds a comma, a quote or a line break stands in quotes.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row with its line end, as RFC 4180 has it. */
export const csvRow = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/** Tells Excel that what follows is UTF-8. */
export const BOM = '\ufeff';

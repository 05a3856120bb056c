import { isDuplicateNote, isSpoken, noteText, type RowNote } from './notes';
import { countOutcomes, countProposals, type ImportReport, type RowReport } from './report';

/** Longest list printed; the rest is counted. Every row stands in the database's own report. */
const MOST_LISTED = 500;

/** A text for a terminal: nothing in it can move the cursor, colour or turn around what is read. */
export function printable(text: string, max = 160): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return plain.length <= max ? plain : `${plain.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** How a report reads on the console, in English; the last line is the count. `origin` is the hub's own address. */
export function reportLines(report: ImportReport, origin = ''): string[] {
  const { created, changed, skipped } = countOutcomes(report.rows);
  return [
    ...openingLines(report),
    ...(report.dryRun ? report.rows.map(rowLine) : summaryLines(report.rows)),
    ...proposalLines(report.rows),
    ...(report.dryRun ? ['Dry run: nothing was written.'] : []),
    ...pairLines(report, origin),
    ...(report.runId ? [`To take it all back: npm run hub -- import undo ${report.runId}`] : []),
    `${report.rows.length} rows: ${created} created, ${changed} changed, ${skipped} skipped`,
  ];
}

/** How many rows wait for somebody to decide, and where. */
const pairLines = ({ runId, pairsWaiting }: ImportReport, origin: string): string[] =>
  pairsWaiting > 0
    ? [
        `${pairsWaiting} may be groups that were here before: decide side by side at ${origin}/operate/import/${runId}/duplicates`,
      ]
    : [];

function openingLines({ fileName, encoding, delimiter, columns, source, notes }: ImportReport): string[] {
  const guess = encoding.guessed
    ? ` (guessed${encoding.example ? ` from "${printable(encoding.example, 40)}"` : ''}; --encoding NAME corrects it)`
    : '';
  const read = columns
    .filter(({ field }) => field && field !== 'ignore')
    .map(({ name, field }) => `${printable(name, 60)} = ${field}`);
  const out = columns
    .filter(({ field }) => !field || field === 'ignore')
    .map(({ name, filled }) => `${printable(name, 60)} (${filled} filled)`);
  return [
    `${printable(fileName)}: ${encoding.name}${guess}, parted by ${delimiter}, source "${printable(source)}"`,
    `columns: ${read.join(', ')}`,
    ...(out.length > 0 ? [`kept out: ${out.join(', ')}`] : []),
    ...notes.map((note) => `file: ${printable(noteText(note))}`),
  ];
}

/** A row's notes in words, those of one kind together. */
function notesOf({ notes }: RowReport, which: (note: RowNote) => boolean = () => true): string[] {
  const details = new Map<RowNote['code'], string[]>();
  for (const note of notes.filter((each) => isSpoken(each) && which(each))) {
    details.set(note.code, [...(details.get(note.code) ?? []), ...(note.detail ? [printable(note.detail)] : [])]);
  }
  return [...details].map(([code, each]) => noteText({ code, detail: each.join(', ') }));
}

function rowLine(report: RowReport): string {
  const notes = notesOf(report);
  return `row ${report.row}  ${report.outcome.padEnd(7)}  ${printable(report.name, 80) || '(no name)'}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
}

function summaryLines(rows: readonly RowReport[]): string[] {
  const written = rows.filter(({ outcome }) => outcome !== 'skipped');
  const isPlace = ({ code }: { code: string }) => /^(?:no_place|placed_by)/.test(code);
  const list = (title: string, which: readonly RowReport[], notes: (report: RowReport) => string[]) => {
    const lines = which.map((report) => ({ report, notes: notes(report) })).filter((each) => each.notes.length > 0);
    if (lines.length === 0) return [];
    const shown = lines
      .slice(0, MOST_LISTED)
      .map(
        ({ report, notes: texts }) =>
          `  row ${report.row}  ${printable(report.name, 80) || '(no name)'}: ${texts.join('; ')}`,
      );
    return [
      `${title}: ${lines.length}`,
      ...shown,
      ...(lines.length > MOST_LISTED ? [`  … and ${lines.length - MOST_LISTED} more`] : []),
    ];
  };
  const unchanged = rows.filter(({ notes }) => notes[0]?.code === 'unchanged').length;
  return [
    ...list('not placed exactly', written, (row) => notesOf(row, isPlace)),
    ...list('suspected duplicates', written, (row) => notesOf(row, isDuplicateNote)),
    ...list('worth a look', written, (row) => notesOf(row, (note) => !isPlace(note) && !isDuplicateNote(note))),
    ...(unchanged > 0 ? [`unchanged: ${unchanged}`] : []),
    ...list(
      'skipped',
      rows.filter(({ outcome, notes }) => outcome === 'skipped' && notes[0]?.code !== 'unchanged'),
      (row) => notesOf(row),
    ),
  ];
}

function proposalLines(rows: readonly RowReport[]): string[] {
  const proposals = countProposals(rows);
  if (proposals.length === 0) return [];
  const shown = proposals.slice(0, MOST_LISTED).map(({ label, rows: count }) => `${printable(label, 80)} (${count})`);
  return [`topics kept as proposals: ${proposals.length}`, `  ${shown.join('; ')}`];
}

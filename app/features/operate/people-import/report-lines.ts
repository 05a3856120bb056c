import type { ImportOutcome } from '#db/schema/imports';
import { noteText } from '../import/notes';
import { printable } from '../import/report-lines';
import type { PeopleReport } from './import-people.server';
import { personNoteText } from './notes';
import type { PersonRow } from './runs.server';

/** Longest list printed; the rest is counted. */
const MOST_LISTED = 500;

export function countRows(rows: readonly PersonRow[]): Record<ImportOutcome, number> {
  const counts = { created: 0, changed: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** A row in one line: its number, what becomes of it, and why. */
const rowLine = ({ row, outcome, name, notes }: PersonRow): string =>
  [
    `row ${row}  ${outcome.padEnd(7)}  ${printable(name, 80) || '(no name)'}`,
    ...(notes.length > 0 ? [`(${notes.map((note) => printable(personNoteText(note))).join('; ')})`] : []),
  ].join('  ');

/** How a report reads on the console; the last line is the count. */
export function peopleReportLines(report: PeopleReport): string[] {
  const { created, changed, skipped } = countRows(report.rows);
  const read = report.columns.filter(({ field }) => field && field !== 'ignore');
  const out = report.columns.filter(({ field }) => !field || field === 'ignore');
  const listed = report.dryRun ? report.rows : report.rows.filter(({ notes }) => notes.length > 0);
  return [
    `${printable(report.fileName)}: ${report.encoding.name}${report.encoding.guessed ? ' (guessed; --encoding NAME corrects it)' : ''}, source "${printable(report.source)}"`,
    `columns: ${read.map(({ name, field }) => `${printable(name, 60)} = ${field}`).join(', ')}`,
    ...(out.length > 0 ? [`kept out: ${out.map(({ name }) => printable(name, 60)).join(', ')}`] : []),
    ...report.notes.map((note) => `file: ${printable(noteText(note))}`),
    ...listed.slice(0, MOST_LISTED).map(rowLine),
    ...(listed.length > MOST_LISTED ? [`… and ${listed.length - MOST_LISTED} more`] : []),
    ...(report.dryRun ? ['Dry run: nothing was written.'] : []),
    ...(report.runId ? [`To take it all back: npm run hub -- import undo ${report.runId}`] : []),
    `${report.rows.length} rows: ${created} created, ${changed} changed, ${skipped} skipped`,
  ];
}

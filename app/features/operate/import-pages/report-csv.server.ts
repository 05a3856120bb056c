import type { SignedIn } from '~/auth/viewer';
import { m } from '~/lib/paraglide/messages.js';
import { readReportsAs } from '../import/as-read.server';
import { isSpoken, noteText } from '../import/notes';
import { runPage } from './run-page.server';

/** A cell that no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /["\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every row of an import as CSV: number, name, what became of it and why, as far as the viewer may know. @throws DomainError `not_found` */
export async function reportCsv(viewer: SignedIn, runId: string): Promise<string> {
  const { run } = await runPage(viewer, runId);
  const outcomes = { created: m.import_created(), changed: m.import_changed(), skipped: m.import_skipped() };
  const header = [m.report_row(), m.report_name(), m.report_outcome(), m.report_notes()].join(',');
  const lines = (await readReportsAs(viewer, run.id)).map(({ row, name, outcome, notes }) =>
    [String(row), name, outcomes[outcome], notes.filter(isSpoken).map(noteText).join('; ')].map(csvCell).join(','),
  );
  return `\ufeff${[header, ...lines].join('\r\n')}\r\n`;
}

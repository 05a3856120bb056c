import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { cleanText } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { type CarriedFile, carry, chosenFile } from './carried-file.server';
import type { PersonField } from './fields';
import { PERSON_FIELDS } from './fields';
import { importPeople, type PeopleReport } from './import-people.server';
import { personNoteText } from './notes';
import { countRows } from './report-lines';
import { undoPeopleImport } from './undo.server';

/** Rows a request imports: more would keep the page waiting. */
export const MOST_ROWS = 2000;
const MOST_SHOWN = 300;

export interface ShownRow {
  row: number;
  name: string;
  outcome: 'created' | 'changed' | 'skipped';
  notes: string[];
}

export type ImportSaid =
  | { kind: 'invalid'; source: string; wrong: ('file' | 'source')[]; carried: CarriedFile | null }
  | { kind: 'unreadable'; source: string; message: string }
  | { kind: 'undone'; count: number }
  | {
      kind: 'tried' | 'done';
      source: string;
      counts: { rows: number; created: number; changed: number; skipped: number };
      columns: { name: string; field: PersonField }[];
      rows: ShownRow[];
      /** Null once it is imported, and for a file too large for the page to carry. */
      carried: CarriedFile | null;
    };

/**
 * Does what a button of the import page asks for.
 * @throws DomainError `not_found` for anyone but stewards, `invalid` for a form that is none of this page
 */
export async function answerUpload(viewer: SignedIn, form: FormData): Promise<ImportSaid> {
  mustBe(viewer, 'steward');
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? cleanText(value) : '';
  };
  const intent = text('intent');
  if (intent === 'undo') return { kind: 'undone', count: await undoPeopleImport(viewer, text('run')) };
  if (intent !== 'try' && intent !== 'import') throw new DomainError('invalid', m.errors_form_unreadable());
  const source = text('source');
  const file = await chosenFile(form);
  const carried = file && carry(file);
  const wrong: ('file' | 'source')[] = [];
  if (!file) wrong.push('file');
  if (source === '' || source.length > 200) wrong.push('source');
  if (!file || wrong.length > 0) return { kind: 'invalid', source: source.slice(0, 300), wrong, carried };
  try {
    const options = { dryRun: intent === 'try', source, map: mapOf(form), mostRows: MOST_ROWS };
    const report = await importPeople(viewer, file, options);
    if (report.dryRun) return { kind: 'tried', source, ...shown(report), carried };
    return { kind: 'done', source, ...shown(report), carried: null };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'unreadable', source, message: error.message };
    throw error;
  }
}

/** Corrections of the columns: the fields `column` and `field` come in pairs. */
function mapOf(form: FormData): string[] {
  const [columns, fields] = [form.getAll('column'), form.getAll('field')];
  const known = new Set<string>(PERSON_FIELDS.fields);
  return columns.flatMap((column, at) => {
    const field = fields[at];
    return typeof column === 'string' && typeof field === 'string' && known.has(field) ? [`${column}=${field}`] : [];
  });
}

function shown({ rows, columns }: PeopleReport) {
  return {
    counts: { rows: rows.length, ...countRows(rows) },
    columns: columns.map(({ name, field }) => ({ name, field: field ?? ('ignore' as const) })),
    rows: rows
      .slice(0, MOST_SHOWN)
      .map(({ row, name, outcome, notes }) => ({ row, name, outcome, notes: notes.map(personNoteText) })),
  };
}

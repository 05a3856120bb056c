import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { cleanCell, cutText } from './cells';
import type { Delimiter } from './delimiter';
import { IMPORT_LIMITS } from './limits';
import type { RowNote } from './notes';

/** One record with its number as a spreadsheet counts them: the header is row 1. */
interface CsvRecord {
  row: number;
  cells: string[];
}

export interface CsvRow extends CsvRecord {
  notes: RowNote[];
}

const CHUNK = 256 * 1024;

function* chunks(text: string): Generator<Buffer> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + CHUNK);
    // A surrogate pair stays together, or both halves would be lost.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end += 1;
    yield Buffer.from(text.slice(start, end));
    start = end;
  }
}

async function* records(text: string, delimiter: Delimiter): AsyncGenerator<CsvRecord> {
  const parser = Readable.from(chunks(text)).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      ltrim: delimiter !== '\t',
      max_record_size: IMPORT_LIMITS.record,
    }),
  );
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      // A blank line counts as a row, as it does in a spreadsheet, and is none of the table's.
      if (cells.length > 1 || cells[0]?.trim()) yield { row, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? new DomainError('invalid', unreadable(error)) : error;
  }
}

function unreadable(error: CsvError): string {
  const row = Number(error.records) + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return m.file_fault_quote({ row });
  if (error.code === 'CSV_MAX_RECORD_SIZE') return m.file_fault_long_row({ row, mb: IMPORT_LIMITS.record / 1_000_000 });
  return m.file_fault_row({ row, code: error.code });
}

/** The column names, each of them once: a repeated one is numbered, an empty one is called by its place. */
export async function readHeader(text: string, delimiter: Delimiter): Promise<{ columns: string[]; notes: RowNote[] }> {
  const notes: RowNote[] = [];
  for await (const { cells } of records(text, delimiter)) {
    if (cells.length > IMPORT_LIMITS.columns)
      throw new DomainError('invalid', m.file_fault_columns({ columns: cells.length, most: IMPORT_LIMITS.columns }));
    const columns: string[] = [];
    for (const [at, cell] of cells.entries()) {
      const name = cleanCell(cell).text.replace(/\s+/g, ' ').slice(0, 200) || `Column ${at + 1}`;
      let unique = name;
      for (let number = 2; columns.includes(unique); number += 1) unique = `${name} (${number})`;
      if (unique !== name) notes.push({ code: 'duplicate_header', detail: `"${name}", read as "${unique}"` });
      columns.push(unique);
    }
    return { columns, notes };
  }
  throw new DomainError('invalid', m.file_fault_empty());
}

/** The rows below the header, cleaned, as many cells as there are columns; cells beyond them stand in the row's notes. */
export async function* readRows(
  text: string,
  delimiter: Delimiter,
  columns: readonly string[],
): AsyncGenerator<CsvRow> {
  let header = true;
  for await (const { row, cells } of records(text, delimiter)) {
    if (!header) yield tidy(row, cells, columns);
    header = false;
  }
}

function tidy(row: number, raw: string[], columns: readonly string[]): CsvRow {
  const notes: RowNote[] = [];
  const cells = columns.map((column, at) => {
    const { text, removed } = cleanCell(raw[at] ?? '');
    if (removed) notes.push({ code: 'characters_removed', detail: column });
    if (text.length <= IMPORT_LIMITS.cell) return text;
    notes.push({ code: 'cut', detail: `${column} (${text.length} characters)` });
    return cutText(text, IMPORT_LIMITS.cell);
  });
  if (raw.length !== columns.length) {
    const beyond = raw
      .slice(columns.length)
      .map((cell) => cleanCell(cell).text)
      .filter(Boolean);
    const extra = beyond.length > 0 ? `; kept here: ${beyond.join(' | ').slice(0, IMPORT_LIMITS.cell)}` : '';
    notes.push({ code: 'ragged', detail: `${raw.length} instead of ${columns.length}${extra}` });
  }
  return { row, cells, notes };
}

import { createHash } from 'node:crypto';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { getLocale } from '~/lib/paraglide/runtime.js';
import { type Field, GROUP_FIELDS } from './columns';
import { type Decoded, decodeText } from './decode.server';
import { type Delimiter, detectDelimiter } from './delimiter';
import type { FieldList } from './field-list';
import { IMPORT_LIMITS } from './limits';
import { mapColumns } from './mapping';
import type { RowNote } from './notes';
import { readHeader, readRows } from './read-csv.server';

export type Content = Uint8Array | AsyncIterable<Uint8Array>;

export interface Column<F extends string = Field> {
  name: string;
  field: F | null;
  /** Rows with something in it. */
  filled: number;
}

/** A CSV file that is known to be readable to its end. */
export interface CsvTable<F extends string = Field> extends Omit<Decoded, 'notes'> {
  sha256: string;
  delimiter: Delimiter;
  columns: Column<F>[];
  rows: number;
  notes: RowNote[];
}

/** One clear line for a file that is too large, for whoever knows its size before reading it. */
export function refuseLarge(bytes: number): void {
  if (bytes <= IMPORT_LIMITS.bytes) return;
  const mb = (size: number) => Math.round(size / 1024 / 1024);
  throw new DomainError('too_large', m.file_fault_large({ mb: mb(bytes), most: mb(IMPORT_LIMITS.bytes) }));
}

async function collect(content: Content): Promise<Buffer> {
  if (content instanceof Uint8Array) {
    refuseLarge(content.byteLength);
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    size += part.byteLength;
    refuseLarge(size);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export interface TableOptions {
  encoding?: string;
  /** Corrections of the guessed columns, "Column=field". */
  map?: readonly string[];
}

/** Opens a table of groups, as {@link openTableOf} does. */
export const openTable = (content: Content, options: TableOptions): Promise<CsvTable> =>
  openTableOf(GROUP_FIELDS, content, options);

/**
 * Opens a CSV file and reads it once to its end, so that a fault in its last row is known before the first is written.
 * @throws DomainError in one line for what cannot be imported
 */
export async function openTableOf<F extends string>(
  list: FieldList<F>,
  content: Content,
  options: TableOptions,
): Promise<CsvTable<F>> {
  const bytes = await collect(content);
  if (bytes.length === 0) throw new DomainError('invalid', m.file_fault_empty());
  const decoded = decodeText(bytes, options.encoding);
  const delimiter = detectDelimiter(decoded.text);
  const header = await readHeader(decoded.text, delimiter);
  const fields = mapColumns(header.columns, list, options.map);
  const columns = header.columns.map((name, at): Column<F> => ({ name, field: fields[at] ?? null, filled: 0 }));
  let rows = 0;
  for await (const { cells } of readRows(decoded.text, delimiter, header.columns)) {
    rows += 1;
    if (rows > IMPORT_LIMITS.rows)
      throw new DomainError(
        'too_large',
        m.file_fault_many_rows({ most: IMPORT_LIMITS.rows.toLocaleString(getLocale()) }),
      );
    for (const [at, column] of columns.entries()) if (cells[at]) column.filled += 1;
  }
  if (rows === 0) throw new DomainError('invalid', m.file_fault_no_rows());
  return {
    ...decoded,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    delimiter,
    columns,
    rows,
    notes: [...decoded.notes, ...header.notes],
  };
}

/** By which a header is known again: its columns in their order. */
export const headerHash = (columns: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(columns)).digest('hex');

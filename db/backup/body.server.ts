import { createHash } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { copyOut, sequences, type TableShape } from './catalogue.server';
import { BLOCK, type Header, type Line } from './format';

const encode = (line: Line) => Buffer.from(`${JSON.stringify(line)}\n`);
const LINE_END = Buffer.from('\n');

/** Gathers small pieces into blocks, and cuts large ones. */
async function* blocks(pieces: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += BLOCK) {
      const part = piece.subarray(at, at + BLOCK);
      held.push(part);
      size += part.length;
      if (size < BLOCK) continue;
      yield Buffer.concat(held);
      held = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

interface Part {
  opening: Line;
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>;
  /** What of a block is counted: rows or bytes. */
  count: (block: Buffer) => number;
}

async function* part({ opening, pieces, count }: Part): AsyncGenerator<Buffer, number> {
  yield encode(opening);
  const hash = createHash('sha256');
  let counted = 0;
  for await (const block of blocks(pieces)) {
    hash.update(block);
    counted += count(block);
    yield Buffer.concat([encode({ data: block.length }), block, LINE_END]);
  }
  yield encode({ end: { count: counted, sha256: hash.digest('hex') } });
  return counted;
}

async function* parts(
  sql: TransactionSql,
  header: Header,
  files: ReadonlyMap<string, Buffer>,
  onTable: (table: string, rows: number) => void,
): AsyncGenerator<Buffer, number> {
  let rows = 0;
  yield encode({ header });
  for (const table of header.tables) {
    const copied = yield* part({ opening: { table: table.name }, pieces: rowsOf(sql, table), count: countLines });
    onTable(table.name, copied);
    rows += copied;
  }
  for (const [file, bytes] of files)
    yield* part({ opening: { file }, pieces: [bytes], count: (block) => block.length });
  yield encode({ sequences: await sequences(sql) });
  return rows;
}

/**
 * A table's rows as COPY gives them. Broken off, it reads to the table's end: until then its connection takes no other
 * word. The driver holds its connection back while much is unread, and lets it go only when it is asked for more: where
 * the end has come by then nobody asks, and the connection would stay silent for good.
 */
async function* rowsOf(sql: TransactionSql, table: TableShape): AsyncGenerator<Buffer> {
  const stream = await sql.unsafe(copyOut(table)).readable();
  stream.once('end', () => stream._read(0));
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } finally {
    stream.resume();
  }
}

/** The body of a backup, read in `sql`'s transaction as it flows: memory does not grow with what is stored. */
export async function* bodyOf(
  sql: TransactionSql,
  header: Header,
  files: ReadonlyMap<string, Buffer>,
  onTable: (table: string, rows: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const all = parts(sql, header, files, onTable);
  let step = await all.next();
  try {
    for (; !step.done; step = await all.next()) {
      hash.update(step.value);
      yield step.value;
    }
    yield encode({ trailer: { tables: header.tables.length, rows: step.value, sha256: hash.digest('hex') } });
  } finally {
    await all.return(0);
  }
}

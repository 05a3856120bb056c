import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { End, Header, Line, Sequence, Trailer } from './format';
import { Malformed, type Piece, piecesOf } from './lines.server';

/** What stands in a backup, in its order. */
export type Section =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: Header['tables'][number] }
  | { kind: 'file'; name: string }
  | { kind: 'data'; bytes: Buffer }
  | { kind: 'end'; count: number }
  | { kind: 'sequences'; sequences: Sequence[] };

interface Open {
  hash: Hash;
  rows: boolean;
  count: number;
}

/** Follows a body line by line and refuses whatever its format does not say, its own counts and hashes included. */
class Reader {
  #header: Header | undefined;
  #tables = 0;
  #rows = 0;
  #open: Open | undefined;
  #counters = false;
  #body = createHash('sha256');
  finished = false;

  accept({ line, data, raw }: Piece): Section | undefined {
    if (this.finished) throw new Malformed('more after the trailer');
    if ('trailer' in line) return this.#finish(line.trailer);
    for (const bytes of raw) this.#body.update(bytes);
    if ('data' in line) return this.#data(data);
    if ('end' in line) return this.#end(line.end);
    if (this.#open) throw new Malformed('a part without its end');
    return this.#opening(line);
  }

  #opening(line: Line): Section {
    if ('header' in line && !this.#header) {
      this.#header = line.header;
      return { kind: 'header', header: line.header };
    }
    if (!this.#header || this.#counters) throw new Malformed('a line out of its place');
    if ('table' in line) {
      const table = this.#header.tables[this.#tables++];
      if (table?.name !== line.table) throw new Malformed('a table out of its place');
      this.#open = { hash: createHash('sha256'), rows: true, count: 0 };
      return { kind: 'table', table };
    }
    if (this.#tables < this.#header.tables.length) throw new Malformed('a table is missing');
    if ('file' in line) {
      this.#open = { hash: createHash('sha256'), rows: false, count: 0 };
      return { kind: 'file', name: line.file };
    }
    if (!('sequences' in line)) throw new Malformed('a line out of its place');
    this.#counters = true;
    return { kind: 'sequences', sequences: line.sequences };
  }

  #data(bytes: Buffer): Section {
    if (!this.#open) throw new Malformed('data out of its place');
    this.#open.hash.update(bytes);
    if (!this.#open.rows) this.#open.count += bytes.length;
    else for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.#open.count += 1;
    return { kind: 'data', bytes };
  }

  #end(end: End): Section {
    const open = this.#open;
    if (!open || open.count !== end.count || open.hash.digest('hex') !== end.sha256) throw new Malformed('a wrong end');
    if (open.rows) this.#rows += open.count;
    this.#open = undefined;
    return { kind: 'end', count: end.count };
  }

  #finish(trailer: Trailer): undefined {
    const whole =
      this.#counters &&
      trailer.tables === this.#tables &&
      trailer.rows === this.#rows &&
      trailer.sha256 === this.#body.digest('hex');
    if (!whole) throw new Malformed('a wrong trailer');
    this.finished = true;
  }
}

/** The sections of a body, checked as they pass; the last one has passed only if the trailer was right. @throws Malformed */
export async function* sectionsOf(body: Readable): AsyncGenerator<Section> {
  const reader = new Reader();
  for await (const piece of piecesOf(body)) {
    const section = reader.accept(piece);
    if (section) yield section;
  }
  if (!reader.finished) throw new Malformed('cut short');
}

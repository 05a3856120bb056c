import type { Readable } from 'node:stream';
import { LINE_LIMIT, type Line, lineSchema } from './format';

/** The bytes of a backup are not what its format says. */
export class Malformed extends Error {}

/** Takes exact numbers of bytes, or a line, from a stream. */
class Source {
  #held: Buffer = Buffer.alloc(0);
  readonly #chunks: AsyncIterator<Buffer>;
  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }
  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }
  #take(length: number): Buffer {
    const bytes = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return bytes;
  }
  async bytes(length: number): Promise<Buffer> {
    while (this.#held.length < length) if (!(await this.#more())) throw new Malformed('cut short');
    return this.#take(length);
  }
  /** A line with its end; undefined where the stream ends. */
  async line(): Promise<Buffer | undefined> {
    let end = this.#held.indexOf(10);
    while (end < 0) {
      if (this.#held.length > LINE_LIMIT) throw new Malformed('a line too long');
      if (!(await this.#more())) {
        if (this.#held.length > 0) throw new Malformed('cut short');
        return undefined;
      }
      end = this.#held.indexOf(10);
    }
    return this.#take(end + 1);
  }
}

export interface Piece {
  line: Line;
  /** What a data line announced. */
  data: Buffer;
  /** The piece's bytes as they stand in the body. */
  raw: Buffer[];
}

function parse(line: Buffer): Line {
  try {
    return lineSchema.parse(JSON.parse(line.toString('utf8')));
  } catch {
    throw new Malformed('an unknown line');
  }
}

/** The lines of a backup's body, each with the data it announces. @throws Malformed */
export async function* piecesOf(body: Readable): AsyncGenerator<Piece> {
  const source = new Source(body);
  for (let text = await source.line(); text; text = await source.line()) {
    const line = parse(text);
    if (!('data' in line)) {
      yield { line, data: Buffer.alloc(0), raw: [text] };
      continue;
    }
    const bytes = await source.bytes(line.data + 1);
    if (bytes[line.data] !== 10) throw new Malformed('data longer than announced');
    yield { line, data: bytes.subarray(0, line.data), raw: [text, bytes] };
  }
}

import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { promisify } from 'node:util';
import { BLOCK, type Kdf } from './format';

/**
 * Encryption of a stream of any length (the STREAM construction): the plaintext is cut into chunks of 64 KiB, each
 * sealed by AES-256-GCM on its own, so that nothing is given out before it was checked and memory stays flat.
 *
 * Nonce (12 bytes): seven zeros, the chunk's number (4 bytes, big endian), and 1 for the last chunk, otherwise 0. The
 * number fixes the order; the flag fixes the end, so that a file cut at a chunk's border fails as any other. The key is
 * scrypt of the passphrase and a salt made anew for each file: no two files share one, so no nonce meets a key twice.
 * Every chunk authenticates the file's first line too, which holds the format's version and the scrypt parameters.
 */
const TAG = 16;
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Fresh parameters: 64 MiB and some 300 ms for each guess. */
export const newKdf = (): Kdf => ({
  kdf: 'scrypt',
  N: 1 << 16,
  r: 8,
  p: 2,
  salt: randomBytes(32).toString('base64'),
});

export const keyFrom = (passphrase: string, { N, r, p, salt }: Kdf): Promise<Buffer> =>
  derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 160 * N * r + (1 << 20) });

function nonce(chunk: number, last: boolean): Buffer {
  if (chunk > 0xffffffff) throw new Error('More than 256 TiB cannot be encrypted.');
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(chunk, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Cuts a stream into chunks of one size, the last of which is told apart, and passes each through `turn`. */
class Chunks extends Transform {
  #held = Buffer.alloc(0);
  #chunk = 0;
  constructor(
    private readonly size: number,
    private readonly turn: (bytes: Buffer, chunk: number, last: boolean) => Buffer,
  ) {
    super();
  }
  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pass(done, () => {
      this.#held = Buffer.concat([this.#held, bytes]);
      // A full chunk is held back until something follows it: it may be the last.
      while (this.#held.length > this.size) this.#give(this.#held.subarray(0, this.size), false);
    });
  }
  override _flush(done: TransformCallback): void {
    this.#pass(done, () => this.#give(this.#held, true));
  }
  #give(bytes: Buffer, last: boolean): void {
    this.push(this.turn(bytes, this.#chunk++, last));
    this.#held = this.#held.subarray(bytes.length);
  }
  #pass(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

/** Encrypts what flows through it. `bound` is authenticated with every chunk. */
export const seal = (key: Buffer, bound: Buffer): Transform =>
  new Chunks(BLOCK, (bytes, chunk, last) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(chunk, last)).setAAD(bound);
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  });

/** A chunk is not what was sealed with this key at this place. */
export class SealBroken extends Error {
  constructor(readonly chunk: number) {
    super(`Chunk ${chunk} cannot be opened.`);
  }
}

/** Decrypts what {@link seal} made. @throws SealBroken, on the stream */
export const unseal = (key: Buffer, bound: Buffer): Transform =>
  new Chunks(BLOCK + TAG, (bytes, chunk, last) => {
    if (bytes.length < TAG) throw new SealBroken(chunk);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(chunk, last), { authTagLength: TAG }).setAAD(bound);
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    const plain = decipher.update(bytes.subarray(0, bytes.length - TAG));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      throw new SealBroken(chunk);
    }
  });

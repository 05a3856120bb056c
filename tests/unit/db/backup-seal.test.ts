import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { BLOCK } from '#db/backup/format';
import { keyFrom, newKdf, SealBroken, seal, unseal } from '#db/backup/seal.server';

const key = randomBytes(32);
const bound = Buffer.from('the first line');
const CHUNK = BLOCK + 16;

async function through(bytes: Buffer, step: ReturnType<typeof seal>, cut = 10_000): Promise<Buffer> {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  };
  const read = buffer(step);
  await pipeline(Readable.from(pieces()), step).catch(() => undefined);
  return read;
}

const sealed = (bytes: Buffer) => through(bytes, seal(key, bound));
const opened = (bytes: Buffer, withKey = key, line = bound) => through(bytes, unseal(withKey, line));

describe('a sealed stream', () => {
  it.each([0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])('of %i bytes opens again', async (length) => {
    const plain = randomBytes(length);
    const bytes = await sealed(plain);
    expect(bytes.length).toBe(length + 16 * Math.max(1, Math.ceil(length / BLOCK)));
    expect((await opened(bytes)).equals(plain)).toBe(true);
  });

  const chunks = (bytes: Buffer) =>
    Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, n) => bytes.subarray(n * CHUNK, (n + 1) * CHUNK));
  const flip = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut at a border', (bytes) => bytes.subarray(0, 2 * CHUNK)],
    ['cut to its first chunk', (bytes) => bytes.subarray(0, CHUNK)],
    ['cut within a chunk', (bytes) => bytes.subarray(0, 2 * CHUNK + 100)],
    ['cut within a tag', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['with two chunks exchanged', (bytes) => Buffer.concat([1, 0, 2, 3].map((n) => chunks(bytes)[n] as Buffer))],
    ['with a chunk left out', (bytes) => Buffer.concat([0, 2, 3].map((n) => chunks(bytes)[n] as Buffer))],
    ['with a chunk twice', (bytes) => Buffer.concat([0, 1, 1, 2, 3].map((n) => chunks(bytes)[n] as Buffer))],
    ['with another behind it', (bytes) => Buffer.concat([bytes, bytes])],
    ['with a byte behind it', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['with a bit changed in its first chunk', (bytes) => flip(bytes, 5)],
    ['with a bit changed in its last chunk', (bytes) => flip(bytes, 3 * CHUNK + 5)],
    ['with a bit changed in a tag', (bytes) => flip(bytes, CHUNK - 1)],
  ])('%s does not open', async (_, damage) => {
    const bytes = await sealed(randomBytes(3 * BLOCK + 1000));
    await expect(opened(damage(bytes))).rejects.toBeInstanceOf(SealBroken);
  });

  it('opens with its own key and first line only', async () => {
    const bytes = await sealed(randomBytes(10));
    await expect(opened(bytes, randomBytes(32))).rejects.toMatchObject({ chunk: 0 });
    await expect(opened(bytes, key, Buffer.from('another line'))).rejects.toMatchObject({ chunk: 0 });
  });
});

it('derives the same key however a letter is composed, and another for each file', async () => {
  const kdf = { ...newKdf(), N: 16 };
  const [composed, apart] = await Promise.all([keyFrom('caf\u00e9', kdf), keyFrom('cafe\u0301', kdf)]);
  expect(composed.equals(apart)).toBe(true);
  expect(composed.equals(await keyFrom('caf\u00e9', { ...newKdf(), N: 16 }))).toBe(false);
});

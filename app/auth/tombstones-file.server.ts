import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { env } from '~/lib/env.server';

/** What is left of someone who asked not to be here. At least one of hash and key is there. */
export interface Tombstone {
  addressHash: string | null;
  subjectKey: string | null;
  erasedAt: Date;
}

const line = z
  .strictObject({
    addressHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    subjectKey: z.uuid().nullable(),
    erasedAt: z.iso.datetime().transform((text) => new Date(text)),
  })
  .refine(({ addressHash, subjectKey }) => addressHash !== null || subjectKey !== null);

/** Where tombstones outlive the database: beside the backups, so that an old one cannot bring anybody back. */
export const tombstonesPath = (): string => join(env().dataDir, 'backups', 'tombstones.jsonl');

/** The tombstones of the file, in its order; none if there is no file. A line that broke off counts for nothing. */
export function tombstonesFromFile(path = tombstonesPath()): Tombstone[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [line.parse(JSON.parse(text))];
      } catch {
        return [];
      }
    });
}

/** Adds tombstones to the file and returns once they are on the disk. Only the hub's own user may read it. */
export function appendTombstones(tombstones: readonly Tombstone[], path = tombstonesPath()): void {
  if (tombstones.length === 0) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a+', 0o600);
  try {
    const lines = tombstones.map((each) => `${JSON.stringify(each)}\n`).join('');
    writeSync(file, (endsInsideLine(file) ? '\n' : '') + lines);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Whether the last line broke off, as after a power failure. */
function endsInsideLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}

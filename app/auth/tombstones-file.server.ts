import { join } from 'node:path';
import { z } from 'zod';
import { env } from '~/lib/env.server';
import { appendLines, readLines } from '~/lib/json-lines.server';

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
export const tombstonesFromFile = (path = tombstonesPath()): Tombstone[] => readLines(path, line);

/** Adds tombstones to the file and returns once they are on the disk. Only the hub's own user may read it. */
export const appendTombstones = (tombstones: readonly Tombstone[], path = tombstonesPath()): void =>
  appendLines(path, tombstones);

import { join } from 'node:path';
import { z } from 'zod';
import { env } from '~/lib/env.server';
import { appendLines, readLines } from '~/lib/json-lines.server';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.strictObject({
  /** The group's id. */
  id: z.uuid(),
  nameHash: hash,
  hostHash: hash.nullable(),
  sourceHash: hash.nullable(),
  delistedAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** What is left of a group that asked not to be listed. The hashes are keyed. */
export type Delisted = z.infer<typeof line>;

/** Where groups that were removed outlive the database: beside the backups, so that an old one brings none back. */
export const delistedPath = (): string => join(env().dataDir, 'backups', 'removed-groups.jsonl');

export const delistedFromFile = (): Delisted[] => readLines(delistedPath(), line);

/** @throws Error if the disk does not take them */
export const appendDelisted = (groups: readonly Delisted[]): void => appendLines(delistedPath(), groups);

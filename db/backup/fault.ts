import { DomainError } from '../../app/lib/errors';

/** What is wrong with a file that should be a backup, as one line for the console. */
export const FAULTS = {
  foreign: (file: string) => `${file} is not a backup of a hub.`,
  damaged: (file: string) => `${file} is damaged or was cut short.`,
  newer: (file: string) => `${file} was made by a newer version of this software. Update the software, then restore.`,
  passphrase: (file: string) => `The passphrase does not open ${file}.`,
} as const;

/** A backup that cannot be used. Nothing has been touched when it is thrown. */
export const unusable = (fault: keyof typeof FAULTS, file: string) =>
  new DomainError('invalid', `${FAULTS[fault](file)} Nothing was touched.`, { fault });

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large for this disk',
  EROFS: 'the disk is read-only',
  EACCES: 'this account may not use it',
  EPERM: 'this account may not use it',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EIO: 'the disk does not answer properly',
};

/** What the system refused, in a few words; undefined for an error that is none of the system's. */
export function systemReason(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return undefined;
  return REASONS[code] ?? (syscall ? code : undefined);
}

const GONE = /^(?:CONNECTION_(?:CLOSED|DESTROYED|ENDED)|ECONNRE(?:SET|FUSED)|57P0[123])$/;

/** Why a database could not go on writing, in a few words; undefined for any other error. */
export function databaseReason(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (code === '53100' || code === 'ENOSPC') return 'the disk of the database is full';
  if (GONE.test(String(code))) return 'the database stopped, as it does when its disk is full';
  return cause ? databaseReason(cause) : undefined;
}

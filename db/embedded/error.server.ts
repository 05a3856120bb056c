/** Why the embedded PostgreSQL cannot run, as one plain line for the person at the console. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

const reasons: Record<string, string> = {
  EROFS: 'the file system is read-only',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not do that',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'there is a file where a folder is needed',
};

/** The same error as one line: what the system refused is named with its path, anything else by its message. */
export function asEmbeddedError(error: unknown, folder: string): EmbeddedError {
  if (error instanceof EmbeddedError) return error;
  const { code, path, message } = error as NodeJS.ErrnoException;
  const reason = code && reasons[code];
  if (reason)
    return new EmbeddedError(`The database folder ${folder} cannot be used: ${reason} (${path ?? code}).`, {
      cause: error,
    });
  const line = String(message ?? error).split('\n')[0];
  return new EmbeddedError(`The embedded PostgreSQL cannot run: ${line}`, { cause: error });
}

/** What PostgreSQL's own output says about a failure, as one line. */
export function fromOutput(output: string, folder: string, what: string): EmbeddedError {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new EmbeddedError(`The database folder ${folder} cannot be used: the disk is full.`);
  }
  if (/Read-only file system/i.test(output)) {
    return new EmbeddedError(`The database folder ${folder} cannot be used: the file system is read-only.`);
  }
  const lines = output.split('\n').filter((line) => line.trim());
  const fatal = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return new EmbeddedError(`${what}: ${fatal.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()}`);
}

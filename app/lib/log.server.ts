/** Writes one line with its time to the standard output. */
export function log(line: string): void {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
}

const frames = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');

/**
 * What may be written down about an error. Messages of database errors repeat the values of a statement, so of those only
 * the code, table and constraint are kept; of other errors the name, the message and where it was thrown.
 */
export function redact(error: unknown): string {
  if (!(error instanceof Error)) return `thrown value of type ${typeof error}`;
  const database = databaseFault(error);
  if (database) return `${error.name}: ${database}\n${frames(error)}`.trim();
  const message = error.message
    .replace(/postgres(ql)?:\/\/\S+/gi, 'postgres://…')
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '…@…')
    .slice(0, 300);
  const cause = error.cause === undefined ? '' : ` (cause: ${redact(error.cause).split('\n')[0]})`;
  return `${error.name}: ${message}${cause}\n${frames(error)}`.trim();
}

type PostgresFault = { code?: unknown; severity?: unknown; table_name?: unknown; constraint_name?: unknown };

function databaseFault(error: Error): string | undefined {
  const wrapped = error.name === 'DrizzleQueryError' || 'query' in error;
  const fault = (wrapped && error.cause ? error.cause : error) as PostgresFault;
  if (!wrapped && fault.severity === undefined) return undefined;
  const at = [fault.table_name, fault.constraint_name].filter((part) => typeof part === 'string').join('.');
  return `database error ${String(fault.code ?? 'unknown')}${at && ` at ${at}`}`;
}

/** Writes an error to the standard error, redacted. */
export function logError(what: string, error: unknown): void {
  process.stderr.write(`${new Date().toISOString()} ${what}: ${redact(error)}\n`);
}

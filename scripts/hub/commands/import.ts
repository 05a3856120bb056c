import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { refuseLarge } from '~/features/operate/import/table.server';
import { DomainError } from '~/lib/errors';
import { type Command, UsageError } from '../command';

const usage =
  'import groups FILE.csv [--dry-run] [--map "Column=field"]… [--source "Where it comes from"] [--encoding NAME]';

const options = {
  'dry-run': { type: 'boolean', default: false },
  map: { type: 'string', multiple: true, default: [] as string[] },
  source: { type: 'string' },
  encoding: { type: 'string' },
} as const;

function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [kind, path, ...more] = positionals;
    return kind === 'groups' && path && more.length === 0 ? { path, ...values } : null;
  } catch {
    return null;
  }
}

/** Reads a file whose size is known to be within the limit. */
async function readSource(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new DomainError(
      'invalid',
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`,
    );
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new DomainError('invalid', `${path} is not a file.`);
    refuseLarge(stat.size);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const FREQUENT = 1000;

function progress(done: number, total: number): void {
  if (total > FREQUENT && (done % FREQUENT === 0 || done === total)) process.stderr.write(`${done} of ${total} rows\n`);
}

async function run(args: string[], say: (line: string) => void): Promise<number> {
  const asked = readArgs(args);
  if (!asked) throw new UsageError('Say what to import and from which file.');
  const report = await importGroups(
    { kind: 'system', reason: 'import' },
    { fileName: basename(asked.path), content: await readSource(asked.path) },
    {
      dryRun: asked['dry-run'],
      map: asked.map,
      source: asked.source,
      encoding: asked.encoding,
      onProgress: progress,
    },
  );
  for (const line of reportLines(report)) say(line);
  return 0;
}

/** `hub import`: the exit code is 0 if the file was read to its end, whatever became of single rows. */
export const importCommand: Command = {
  usage,
  about: 'Imports groups from a spreadsheet saved as CSV; --dry-run only tells what it would do.',
  run,
};

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { reportLines } from '~/features/operate/import/report-lines';
import { refuseLarge } from '~/features/operate/import/table.server';
import { undoImport } from '~/features/operate/import/undo.server';
import { undoLines } from '~/features/operate/import/undo-lines';
import { importPeople } from '~/features/operate/people-import/import-people.server';
import { peopleReportLines } from '~/features/operate/people-import/report-lines';
import { undoPeopleImport } from '~/features/operate/people-import/undo.server';
import { env } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';
import { type Command, UsageError } from '../command';

const usage =
  'import groups|people FILE.csv [--dry-run] [--map "Column=field"]… [--source "Where it comes from"] [--encoding NAME], or: import undo RUN';

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
    const known = kind === 'groups' || kind === 'people' ? kind : null;
    return known && path && more.length === 0 ? { kind: known, path, ...values } : null;
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

const resumed = (done: number): void =>
  void process.stderr.write(`This file was being imported and cut off: going on behind ${done} rows.\n`);

/** Whoever runs the command holds the database and its backups: it names every group, also those that hide from operators. */
const ACTOR = { kind: 'system', reason: 'import' } as const;

async function undo(runId: string, say: (line: string) => void): Promise<number> {
  const people = await undoPeopleImport(ACTOR, runId).catch((error) => {
    if (error instanceof DomainError && error.code === 'not_found') return null;
    throw error;
  });
  if (people !== null) {
    say(`${people} people of this import were deleted. Whoever accepted an invitation stays.`);
    return 0;
  }
  const told = (done: number) => void (done % FREQUENT === 0 && process.stderr.write(`${done} rows undone\n`));
  for (const line of undoLines(await undoImport(ACTOR, runId, told))) say(line);
  return 0;
}

async function run(args: string[], say: (line: string) => void): Promise<number> {
  if (args[0] === 'undo' && args[1] && args.length === 2) return undo(args[1], say);
  const asked = readArgs(args);
  if (!asked) throw new UsageError('Say what to import and from which file.');
  const file = { fileName: basename(asked.path), content: await readSource(asked.path) };
  const { map, source, encoding } = asked;
  const given = { dryRun: asked['dry-run'], map, source, encoding, onProgress: progress };
  const lines =
    asked.kind === 'people'
      ? peopleReportLines(await importPeople(ACTOR, file, given))
      : reportLines(await importGroups(ACTOR, file, { ...given, onResume: resumed }), env().origin);
  for (const line of lines) say(line);
  return 0;
}

/** `hub import`: the exit code is 0 if the file was read to its end, whatever became of single rows. */
export const importCommand: Command = {
  usage,
  about:
    'Imports groups or people from a spreadsheet saved as CSV; --dry-run only tells what it would do, undo takes one back.',
  run,
};

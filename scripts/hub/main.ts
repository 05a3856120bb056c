import { closeDatabase, openDatabase } from '#db/client.server';
import { prepareDatabase } from '#db/prepare.server';
import { loadEnv, StartError } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';
import { redact } from '~/lib/log.server';
import { registerFeatures } from '~/registry.server';
import { type Command, UsageError } from './command';
import { COMMANDS } from './commands';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const aside = (line: string): void => void process.stderr.write(`${line}\n`);

function help(): void {
  say('npm run hub -- COMMAND\n');
  for (const { usage, about } of Object.values(COMMANDS)) say(`  ${usage}\n      ${about}`);
}

async function withDatabase(work: () => Promise<number>): Promise<number> {
  const database = await prepareDatabase(loadEnv(), aside);
  try {
    openDatabase(database.urls);
    await registerFeatures();
    return await work();
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

function faultLine(error: unknown, command: Command): string {
  if (error instanceof UsageError) return `${error.message} Usage: npm run hub -- ${command.usage}`;
  if (error instanceof StartError || error instanceof DomainError) return error.message;
  return redact(error);
}

/**
 * Runs one command of `npm run hub` on the running embedded database, or on one that it starts, migrates and stops
 * again, or on the one of DATABASE_URL. The result is the exit code; a fault is one line on the standard error.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help') {
    help();
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    aside(`There is no command ${name}. Try: npm run hub -- help`);
    return 2;
  }
  try {
    return await withDatabase(() => command.run(args, say));
  } catch (error) {
    aside(faultLine(error, command));
    return error instanceof UsageError ? 2 : 1;
  }
}

import { databaseReason } from '#db/backup/fault';
import { StartError } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';
import { redact } from '~/lib/log.server';
import { type Command, UsageError } from './command';
import { COMMANDS } from './commands';
import { aside, say } from './output';
import { withDatabase } from './with-database';

function help(): void {
  say('npm run hub -- COMMAND\n');
  for (const { usage, about } of Object.values(COMMANDS)) say(`  ${usage}\n      ${about}`);
}

function faultLine(error: unknown, command: Command): string {
  if (error instanceof UsageError) return `${error.message} Usage: npm run hub -- ${command.usage}`;
  if (error instanceof StartError || error instanceof DomainError) return error.message;
  const reason = databaseReason(error);
  return reason ? `It could not be done: ${reason}. Free some space, then say it again.` : redact(error);
}

/** The driver throws, where nobody can catch it, when its server goes away while it writes; the query is rejected as well. */
function outliveDriver(error: Error): void {
  if (/node_modules[\\/]postgres[\\/]/.test(error.stack?.split('\n')[1] ?? '')) return;
  aside(redact(error));
  process.exit(1);
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
  process.on('uncaughtException', outliveDriver);
  try {
    const run = () => command.run(args, say);
    return await (command.alone ? run() : withDatabase(run, command.asOwner));
  } catch (error) {
    aside(faultLine(error, command));
    return error instanceof UsageError ? 2 : 1;
  } finally {
    process.off('uncaughtException', outliveDriver);
  }
}

import module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the checkout. */
export const at = (...parts) => path.join(root, ...parts);

/** What went wrong, in one line for the console. */
export class OneLine extends Error {}

/** Runs a script's main function: an error ends it with one line and exit code 1. */
export async function runScript(main) {
  // Whoever read our output may leave (`| head`): the work goes on.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  try {
    await main();
  } catch (error) {
    const known = error instanceof OneLine || error?.name === 'EmbeddedError' || !(error instanceof Error);
    console.error(known || process.env.DEBUG === undefined ? String(error?.message ?? error) : error);
    process.exit(1);
  }
}

/** Lets a Node that can (22 and later) keep the compiled code for the next start. */
export function keepCompiledCode() {
  module.enableCompileCache?.(at('.cache', 'compiled'));
}

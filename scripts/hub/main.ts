/** Runs one command of `npm run hub`; the result is the exit code. */
export async function main(_argv: readonly string[]): Promise<number> {
  return 0;
}

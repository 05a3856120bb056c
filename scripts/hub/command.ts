/** One command of `npm run hub`. */
export interface Command {
  /** How it is called, such as `sign-in-link EMAIL`. */
  usage: string;
  /** What it does, in a few words. */
  about: string;
  /** It finds the database by itself: the others are given it open and migrated. */
  alone?: true;
  /** It changes data as the tables' owner: only for what must be allowed to take indexes away. */
  asOwner?: true;
  /**
   * Does it, with the database open and migrated. `args` are the words after the command's name; what is printed with
   * `say` is the answer. The result is the exit code.
   * @throws DomainError, UsageError: shown as one line.
   */
  run(args: string[], say: (line: string) => void): Promise<number>;
}

/** The command was called in a way it does not know. */
export class UsageError extends Error {
  override name = 'UsageError';
}

import { logError } from '~/lib/log.server';

/**
 * Keeps what has to be undone, newest first. `run` undoes everything once, whatever fails on the way.
 */
export class Shutdown {
  readonly #steps: (() => Promise<unknown> | unknown)[] = [];
  #running: Promise<void> | undefined;

  add(step: () => Promise<unknown> | unknown): void {
    this.#steps.unshift(step);
  }

  get begun(): boolean {
    return this.#running !== undefined;
  }

  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    for (const step of this.#steps) {
      try {
        await step();
      } catch (error) {
        logError('Stopping', error);
      }
    }
  }
}

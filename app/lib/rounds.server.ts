import { logError } from './log.server';

/**
 * Does something every so many milliseconds, never twice at a time; what it throws is logged under its name. `first` is a
 * time before the first round is over. The result ends it.
 */
export function inRounds(name: string, work: () => Promise<unknown>, every: number, first?: number): () => void {
  let busy = false;
  const run = async () => {
    if (busy) return;
    busy = true;
    await work().catch((error) => logError(name, error));
    busy = false;
  };
  const early = first === undefined ? undefined : setTimeout(run, first);
  const timer = setInterval(run, every);
  return () => {
    clearTimeout(early);
    clearInterval(timer);
  };
}

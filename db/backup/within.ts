import { DomainError } from '../../app/lib/errors';

/** No hub takes so long: a backup that does hangs at a disk or a lock, and would keep every later one from being made. */
export const BACKUP_LIMIT_MS = 6 * 3_600_000;

const inWords = (ms: number) => (ms < 3_600_000 ? `${ms / 1000} seconds` : `${ms / 3_600_000} hours`);

/**
 * What `work` resolves to, if it does so in time. What goes on after that is no longer waited for; `letGo` frees what it holds.
 * @throws DomainError `unavailable` when the time is over
 */
export async function within<T>(ms: number, work: Promise<T>, letGo: () => Promise<unknown>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DomainError('unavailable', `The backup was not done within ${inWords(ms)}, and was given up.`));
      letGo().catch(() => undefined);
    }, ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

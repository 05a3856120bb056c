import { copyFileSync, statSync, truncateSync } from 'node:fs';

const LIMIT = 5 * 1024 * 1024;

/** Moves a log that has grown too long aside, over the one before. PostgreSQL appends, so it goes on at the start. */
export function rotate(file: string, limit = LIMIT): void {
  try {
    if (statSync(file).size <= limit) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  } catch {
    // No log yet, or no room for the copy: the next turn tries again.
  }
}

/** Looks after the log's size while the process runs; the answer ends it. */
export function keepShort(file: string, everyMs = 60_000): () => void {
  const timer = setInterval(() => rotate(file), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 3600;

/**
 * Seconds to wait after the nth attempt failed (n from 1): doubling from 15 s to 1 h, spread by up to a quarter either
 * way, and never less than the provider asked for (up to a day).
 */
export function backoffSeconds(attempt: number, retryAfter = 0, random: () => number = Math.random): number {
  const base = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(attempt - 1, 20));
  const spread = base * (0.75 + random() / 2);
  return Math.round(Math.max(spread, Math.min(Math.max(0, retryAfter), 86_400)));
}

/** Seconds of a `Retry-After` header: a number, or a date. 0 if it says neither. */
export function retryAfterSeconds(header: string | undefined, now = Date.now()): number {
  if (!header) return 0;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, Math.ceil((date - now) / 1000));
}

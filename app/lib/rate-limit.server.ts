import { sql } from 'drizzle-orm';
import type { WriterDatabase } from '#db/client.server';
import { writer } from '#db/writer.server';
import { keyedHash } from './env.server';
import { answerAlone } from './http/request-store.server';

export interface RateLimit {
  /** What is counted, such as `sign-in mail`; separates counters of the same subject. */
  what: string;
  /** Whom it is counted for; only a keyed hash of it is stored. */
  subject: string;
  most: number;
  seconds: number;
}

/** Windows that are longer than this say how long their counter has to be kept. */
const KEPT_SECONDS = 2 * 86_400;

/**
 * Counts one hit on each limit in turn, in fixed windows, and stops at the first that is full: what is refused uses up
 * nothing of the limits after it. The result is 0 while all hold, otherwise the seconds until that window ends.
 */
export async function hitRateLimits(
  limits: readonly RateLimit[],
  db: Pick<WriterDatabase, 'execute'> = writer(),
): Promise<number> {
  answerAlone();
  for (const { what, subject, most, seconds } of limits) {
    const key = keyedHash('rate limit', `${what} ${seconds} ${subject}`);
    const [row] = await db.execute<{ hits: number; left: number }>(sql`
      insert into core.rate_limits (key, window_start, hits, kept_until)
      values (${key}, to_timestamp(floor(extract(epoch from now()) / ${seconds}::int) * ${seconds}::int), 1,
        case when ${seconds}::int > ${KEPT_SECONDS}::int then now() + make_interval(secs => ${seconds}::int) end)
      on conflict (key, window_start) do update set hits = core.rate_limits.hits + 1
      returning hits, ceil(extract(epoch from window_start - now()) + ${seconds}::int)::int as left`);
    if (row && row.hits > most) return row.left;
  }
  return 0;
}

/** The network an address belongs to: /24 for IPv4, /56 for IPv6. What is no address counts as one network. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  if (!/^[0-9a-f:]+$/i.test(address)) return 'unknown';
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  const [a = '0', b = '0', c = '0', d = '0'] = groups.map((group) => Number.parseInt(group, 16).toString(16));
  return `${a}:${b}:${c}:${(Number.parseInt(d, 16) & 0xff00).toString(16)}::/56`;
}

import { settleDueClaims } from './settle.server';
import { settleDueRemovals } from './settle-removals.server';

/** What time settles: claims and removals whose week is over. */
export async function settleByTime(now = new Date()): Promise<void> {
  await settleDueClaims(now);
  await settleDueRemovals(now);
}

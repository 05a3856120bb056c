import { dailyBackup } from '~/features/operate/backups/daily.server';
import { env } from '~/lib/env.server';
import { inRounds } from '~/lib/rounds.server';

const OFTEN = 600_000;

/** Looks every ten minutes, first ten minutes after the start, whether a backup is due; the result ends it. */
export function startDailyBackups(ownerUrl: string): () => void {
  if (!env().HUB_BACKUPS) return () => undefined;
  return inRounds('Daily backup', () => dailyBackup(ownerUrl), OFTEN);
}

import { dailyBackup } from '~/features/operate/backups/daily.server';
import { env } from '~/lib/env.server';

const OFTEN = 600_000;

/** Looks every ten minutes, first ten minutes after the start, whether a backup is due; the result ends it. */
export function startDailyBackups(ownerUrl: string): () => void {
  if (!env().HUB_BACKUPS) return () => undefined;
  let running = false;
  const timer = setInterval(async () => {
    if (running) return;
    running = true;
    await dailyBackup(ownerUrl);
    running = false;
  }, OFTEN);
  return () => clearInterval(timer);
}

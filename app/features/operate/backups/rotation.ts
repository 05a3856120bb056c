/** How many daily, weekly and monthly backups are kept. */
export const KEEP = { daily: 7, weekly: 4, monthly: 6 };

const NAME = /^hub-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)\.backup$/;

/** The name of a backup made at a time: `hub-2026-11-22T0310.backup`, in UTC. */
export const nameFor = (time: Date): string => `hub-${time.toISOString().slice(0, 16).replaceAll(':', '')}.backup`;

/** When a daily backup was made, by its name; null for every other file of the folder. */
export function timeOf(name: string): Date | null {
  const found = NAME.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute] = found;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

const DAY = 86_400_000;
/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
const PERIODS: Record<keyof typeof KEEP, (time: Date) => string> = {
  daily: (time) => time.toISOString().slice(0, 10),
  weekly: (time) => String(Math.floor((time.getTime() / DAY + 3) / 7)),
  monthly: (time) => time.toISOString().slice(0, 7),
};

/**
 * Which files of a folder may go. The newest of each of the last days, weeks and months that have one stays, so the
 * newest of all does; files that are no daily backups are never named.
 */
export function toDelete(names: readonly string[]): string[] {
  const backups = names
    .flatMap((name) => {
      const time = timeOf(name);
      return time ? [{ name, time }] : [];
    })
    .sort((a, b) => b.time.getTime() - a.time.getTime());
  const kept = new Set<string>();
  for (const each of Object.keys(KEEP) as (keyof typeof KEEP)[]) {
    const seen = new Set<string>();
    for (const { name, time } of backups) {
      const period = PERIODS[each](time);
      if (seen.has(period) || seen.size === KEEP[each]) continue;
      seen.add(period);
      kept.add(name);
    }
  }
  return backups.map(({ name }) => name).filter((name) => !kept.has(name));
}

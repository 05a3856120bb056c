const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Weekday 1 is Monday. */
interface LocalTime {
  /** Midnight of the local day, as if it were one of UTC. */
  day: number;
  hour: number;
  minute: number;
  weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...parts });
  formats.set(timeZone, made);
  return made;
}

/** Whether this is the name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What clock and calendar say in a time zone. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const day = Date.UTC(of('year'), of('month') - 1, of('day'));
  return { day, hour: of('hour'), minute: of('minute'), weekday: new Date(day).getUTCDay() || 7 };
}

/** The moment when the clock of a time zone says this hour of that day; the hour after, where it is left out. */
function momentOf(day: number, hour: number, timeZone: string): Date {
  const wanted = day + hour * HOUR;
  const offset = (at: number) => {
    const local = localTime(new Date(at), timeZone);
    return local.day + local.hour * HOUR + local.minute * 60_000 - Math.floor(at / 60_000) * 60_000;
  };
  const guess = wanted - offset(wanted);
  return new Date(wanted - offset(guess));
}

/** The last time it was this hour of this weekday in a time zone, and the ISO week it lies in, such as `2026-W48`. */
export function lastSlot(now: Date, timeZone: string, weekday: number, hour: number): { at: Date; week: string } {
  const local = localTime(now, timeZone);
  const day = local.day - ((local.weekday - weekday + 7) % 7) * DAY;
  const at = momentOf(day, hour, timeZone);
  if (at > now) return { at: momentOf(day - 7 * DAY, hour, timeZone), week: weekOf(day - 7 * DAY) };
  return { at, week: weekOf(day) };
}

/** ISO 8601 week of a day. */
export function weekOf(day: number): string {
  const thursday = new Date(day + (4 - (new Date(day).getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The hours in which someone is not to be written to; both alike mean none. */
export interface QuietHours {
  quietFrom: number;
  quietTo: number;
}

/** This moment, or the end of the quiet hours it falls into. */
export function afterQuiet(at: Date, timeZone: string, { quietFrom, quietTo }: QuietHours): Date {
  const { hour, day } = localTime(at, timeZone);
  const overMidnight = quietFrom > quietTo;
  const quiet = overMidnight ? hour >= quietFrom || hour < quietTo : hour >= quietFrom && hour < quietTo;
  if (!quiet) return at;
  return momentOf(overMidnight && hour >= quietFrom ? day + DAY : day, quietTo, timeZone);
}

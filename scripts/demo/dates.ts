/** The day the demo network stands at. Fixed, so that every load gives the same rows. */
const TODAY = '2026-11-01';

/** The ISO date that many days before the demo's own day. */
export function daysBefore(days: number): string {
  const date = new Date(`${TODAY}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

export const THREE_YEARS = 3 * 365;

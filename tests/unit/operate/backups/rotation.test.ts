import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue } from '~/features/operate/backups/daily.server';
import { KEEP, nameFor, timeOf, toDelete } from '~/features/operate/backups/rotation';

const DAY = 86_400_000;
const at = (text: string) => new Date(`${text}Z`);

/** The files in a folder after a daily backup and its rotation on each of many days. */
function afterDays(days: number, first = at('2026-01-01T03:10')): string[] {
  let names: string[] = [];
  for (let day = 0; day < days; day += 1) {
    names.push(nameFor(new Date(first.getTime() + day * DAY)));
    const gone = new Set(toDelete(names));
    names = names.filter((name) => !gone.has(name));
  }
  return names;
}

describe('the rotation of daily backups', () => {
  it('names a backup by its time, and knows that time again', () => {
    expect(nameFor(at('2026-11-22T03:10:59'))).toBe('hub-2026-11-22T0310.backup');
    expect(timeOf('hub-2026-11-22T0310.backup')).toEqual(at('2026-11-22T03:10'));
  });

  it.each([
    'tombstones.jsonl',
    'last-failure.json',
    'hub-2026-11-22T0310.backup.part',
    'hub-2026-99-99T0310.backup',
    'mine.backup',
  ])('never touches %s', (name) => {
    expect(timeOf(name)).toBeNull();
    expect(toDelete([name, ...afterDays(3)])).toEqual([]);
  });

  it('keeps seven days, four weeks and six months of a year', () => {
    expect(afterDays(365)).toEqual(
      [
        '07-31',
        '08-31',
        '09-30',
        '10-31',
        '11-30',
        '12-13',
        '12-20',
        '12-25',
        '12-26',
        '12-27',
        '12-28',
        '12-29',
        '12-30',
        '12-31',
      ].map((day) => `hub-2026-${day}T0310.backup`),
    );
  });

  it('keeps the newest and, of any files, no more than it says', () => {
    const times = fc.array(fc.integer({ min: 0, max: 700 * 24 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, (hours) => {
        const names = [...new Set(hours.map((hour) => nameFor(new Date(hour * 3_600_000 + 1.7e12))))];
        const gone = toDelete(names);
        const left = names.filter((name) => !gone.includes(name));
        expect(left).toContain(names.toSorted().at(-1));
        expect(left.length).toBeLessThanOrEqual(KEEP.daily + KEEP.weekly + KEEP.monthly);
        expect(toDelete(left)).toEqual([]);
      }),
    );
  });
});

describe('a daily backup', () => {
  const local = (hour: number) => new Date(2026, 10, 22, hour, 15);
  const before = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);
  it.each<[string, number | undefined, number, boolean]>([
    ['that was never made', undefined, 14, true],
    ['of a day ago', 24, 14, true],
    ['of this morning', 11, 14, false],
    ['of yesterday noon, at a quiet hour', 21, 3, true],
    ['of yesterday noon, before it', 21, 2, false],
    ['of a quarter of an hour ago, at a quiet hour', 0.25, 3, false],
  ])('%s (%s hours, at %i): due %s', (_, age, hour, due) => {
    const now = local(hour);
    expect(isDue(age === undefined ? undefined : before(now, age), now)).toBe(due);
  });
});

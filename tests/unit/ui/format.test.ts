import { describe, expect, test } from 'vitest';
import { fold } from '~/ui/fold';
import { formatAtLeast, formatDay, formatDistance, formatList, formatMonth, formatNumber, isoDay } from '~/ui/format';

const day = '2026-08-04T23:30:00Z';
const plain = (text: string) => text.replace(/\s/g, ' ');

describe.each([
  ['en', '14,000', '1,000+', '4 August 2026', 'August 2026', 'air, soil and water', '100 km', '2.5 km'],
  ['es', '14.000', '1000+', '4 de agosto de 2026', 'agosto de 2026', 'air, soil y water', '100 km', '2,5 km'],
] as const)('%s', (locale, number, atLeast, date, month, list, far, near) => {
  test('numbers', () => expect(formatNumber(14_000, locale)).toBe(number));
  test('counts with a lower bound', () => expect(formatAtLeast(1000, locale)).toBe(atLeast));
  test('days', () => expect(formatDay(day, locale)).toBe(date));
  test('days from a Date', () => expect(formatDay(new Date(day), locale)).toBe(date));
  test('months', () => expect(formatMonth(day, locale)).toBe(month));
  test('lists', () => expect(formatList(['air', 'soil', 'water'], locale)).toBe(list));
  test('distances', () => {
    expect(plain(formatDistance(100.4, locale))).toBe(far);
    expect(plain(formatDistance(2.5, locale))).toBe(near);
  });
});

test('a day for machines does not depend on the zone of the machine', () => expect(isoDay(day)).toBe('2026-08-04'));

test.each([
  ['Educación', 'educacion'],
  ['  ÉLISE ', 'elise'],
  ['ﬁne', 'fine'],
])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded));

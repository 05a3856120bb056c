import { expect, it } from 'vitest';
import { summaryOf } from '../../../scripts/check-sharing/summary.mjs';

const ALL_WELL = { passed: 9, failed: 0 };

it('sums up what the tests told', () => {
  const told = [
    { test: 'one', cells: 1200 },
    { test: 'one', cells: 34, leaks: 0 },
    { test: 'two', cases: 10_000, leaks: 0 },
    { test: 'three', crashes: 20 },
  ];
  expect(summaryOf(told, ALL_WELL)).toEqual({
    lines: [
      'Cells checked: 1,234, by 1 of the tests',
      'Cases run: 10,000, by 1 of the tests',
      'Crashes: 20, by 1 of the tests',
      'Leaks: 0',
      '9 tests passed, 0 failed',
    ],
    held: true,
  });
});

it.each<[what: string, told: object[], ended: { passed: number; failed: number }]>([
  ['a leak', [{ test: 'one', cells: 1, cases: 1, leaks: 1 }], ALL_WELL],
  ['a test that failed', [{ test: 'one', cells: 1, cases: 1 }], { passed: 9, failed: 1 }],
  ['nothing that was checked', [], ALL_WELL],
  ['no cell', [{ test: 'one', cases: 1 }], ALL_WELL],
])('does not hold after %s', (_what, told, ended) => {
  expect(summaryOf(told, ended).held).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grainOf, published } from '~/sharing/statistics';

const rule = fc.record({ minimum_cell: fc.integer({ min: 3, max: 60 }), round_to: fc.integer({ min: 1, max: 120 }) });
const count = fc.nat({ max: 5000 });

describe('a number about people', () => {
  it.each([
    [
      { minimum_cell: 10, round_to: 10 },
      { least: 10, step: 10 },
    ],
    [
      { minimum_cell: 10, round_to: 7 },
      { least: 10, step: 14 },
    ],
    [
      { minimum_cell: 5, round_to: 100 },
      { least: 50, step: 100 },
    ],
    [
      { minimum_cell: 1, round_to: 1 },
      { least: 1, step: 1 },
    ],
  ])('is published, under %j, as finely as %j', (statistics, grain) => {
    expect(grainOf(statistics)).toEqual(grain);
  });

  it.each([
    [9, null, null],
    [10, null, 10],
    [14, null, 10],
    [16, null, 20],
    [16, 10, 10],
    [20, 10, 20],
    [11, 20, 20],
    [9, 10, null],
    [10, 20, 10],
  ])('of %i after %s was published becomes %s', (counted, before, value) => {
    expect(published(counted, { least: 10, step: 10 }, before)).toBe(value);
  });

  it('differs from any other that is published by nothing or by the minimum or more', () => {
    fc.assert(
      fc.property(rule, fc.array(count, { minLength: 2, maxLength: 12 }), (statistics, counts) => {
        const grain = grainOf(statistics);
        let before: number | null = null;
        const numbers: number[] = [];
        for (const counted of counts) {
          before = published(counted, grain, before);
          if (counted < statistics.minimum_cell && before !== null) return false;
          if (before !== null && Math.abs(before - counted) >= grain.step) return false;
          if (before !== null) numbers.push(before);
        }
        return numbers.every((one) =>
          numbers.every((other) => one === other || Math.abs(one - other) >= statistics.minimum_cell),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same with one person more or fewer, but for the smallest', () => {
    fc.assert(
      fc.property(rule, count, fc.constantFrom(-1, 1), (statistics, counted, change) => {
        const grain = grainOf(statistics);
        const value = published(counted, grain);
        fc.pre(value !== null && counted + change >= grain.least);
        return published(counted + change, grain, value) === value;
      }),
      { numRuns: 2000 },
    );
  });
});

import { appendFileSync } from 'node:fs';
import type fc from 'fast-check';
import { expect } from 'vitest';

/** Cases of a pure property in `npm test`. */
const NORMAL = 2000;

/** How many cases `npm run check:sharing` wants of a pure property; everything else that is random grows with it. */
const WANTED = Number(process.env.HUB_SHARING_CASES ?? NORMAL);

/** How often something random is tried, or how long it may take: so much in `npm test`, more in `npm run check:sharing`. */
export const times = (normally: number): number => Math.max(1, Math.round((normally * WANTED) / NORMAL));

/**
 * What a test tells of its work: places where a reader was found to see or not to see something, random cases, killed
 * processes, and leaks. A property that failed counts as a leak until somebody has looked.
 */
export interface Tried {
  cells?: number;
  cases?: number;
  crashes?: number;
  leaks?: number;
}

/** Adds to the report that `npm run check:sharing` prints at its end; without one it does nothing. */
export function tried(what: Tried): void {
  const file = process.env.HUB_SHARING_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ test: expect.getState().currentTestName ?? '', ...what })}\n`);
}

const counted: fc.Plugin<unknown> = () => ({
  onAllRunsComplete: ({ failed, numRuns }) => tried({ cases: numRuns, leaks: failed ? 1 : 0 }),
});

/** Settings of a property that is tried so often in `npm test`. */
export const cases = (normally = NORMAL) => ({ numRuns: times(normally), plugins: [counted] });

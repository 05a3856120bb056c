import type { CompiledPolicy } from './compile-policy.server';

/**
 * What is a statistic, and what is not. A count of rows that its reader can list anyway (facets, the number of results,
 * the numbers of the front page) discloses nothing new and is exact. A number about people whom its reader may not see one
 * by one is a statistic: it is published here alone, no finer than the policy says.
 */
export interface Grain {
  /** Fewer than these are not told apart. */
  least: number;
  /** What published numbers are multiples of. */
  step: number;
}

/** How fine numbers are under a policy: any two published ones are alike, or differ by its minimum or more. */
export function grainOf({ minimum_cell, round_to }: CompiledPolicy['statistics']): Grain {
  const step = Math.ceil(minimum_cell / round_to) * round_to;
  return { least: Math.max(minimum_cell, Math.ceil(step / 2)), step };
}

/**
 * A number as it is published; null stands for fewer than `least`. What was published before stays until the count has
 * moved away from it by a whole step, so that one person who comes or goes shows in none.
 * @param before what was published last at the same grain, if anything was
 */
export function published(counted: number, { least, step }: Grain, before: number | null = null): number | null {
  if (counted < least) return null;
  if (before !== null && Math.abs(counted - before) < step) return before;
  return Math.round(counted / step) * step;
}

/** Statistics by the field they are made of. */
export const BY_FIELD = {
  members_by_country: 'region',
  members_by_region: 'region',
  members_by_topic: 'interests',
} as const;

/** Whether a policy names statistics among the purposes of what one is made of. */
export const mayCount = (policy: Pick<CompiledPolicy, 'categoryOf'>, name: keyof typeof BY_FIELD): boolean =>
  policy.categoryOf('person', BY_FIELD[name])?.purposes.includes('statistics') ?? false;

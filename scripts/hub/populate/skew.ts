import type { Random } from '../../demo/random';

/**
 * Picks items as they come in life: the first far more often than the last.
 * @param exponent 0 picks all alike, 1 picks the tenth a tenth as often as the first
 */
export function skewed<T>(random: Random, items: readonly T[], exponent: number): () => T {
  return weighted(
    random,
    items,
    items.map((_, index) => 1 / (index + 1) ** exponent),
  );
}

/** Picks items by their weights. */
export function weighted<T>(random: Random, items: readonly T[], weights: readonly number[]): () => T {
  const steps: number[] = [];
  let total = 0;
  for (const weight of weights) {
    total += weight;
    steps.push(total);
  }
  return () => {
    const at = random.below(1e9) * 1e-9 * total;
    let [low, high] = [0, steps.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return items[low] as T;
  };
}

/** That many distinct picks, or fewer where the same ones keep coming. */
export function distinct<T>(pick: () => T, count: number): T[] {
  const picked = new Set<T>();
  for (let attempt = 0; picked.size < count && attempt < count * 4; attempt += 1) picked.add(pick());
  return [...picked];
}

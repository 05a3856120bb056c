import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const RULES: RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe can look at: everything, or the colours alone. */
export const LOOKS: Record<'everything' | 'colours', RunOptions> = {
  everything: { runOnly: RULES },
  colours: { runOnly: { type: 'rule', values: ['color-contrast'] } },
};

/**
 * The faults that axe finds in the page as it stands, one line each. It runs within the page, once loaded: our pages have no
 * frames, and collecting results in a page opened for that takes longer than the look.
 */
export async function faultsIn(page: Page, look: keyof typeof LOOKS): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (options) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const results = await loaded.run(document, { ...options, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, LOOKS[look]);
  return violations.map((fault) => `${look} ${fault}`);
}

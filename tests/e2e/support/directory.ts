import { expect, type Locator, type Page } from '@playwright/test';

export type Subject = 'people' | 'groups';

const list = (page: Page): Locator => page.getByRole('region', { name: 'Results' });

export const results = (page: Page): Locator => list(page).getByRole('article');

const status = (page: Page): Locator => list(page).getByRole('status');

/** The address changes a moment before the list does: what stands there until then answers the question before. */
export const settled = (page: Page): Promise<void> => expect(list(page)).not.toHaveAttribute('aria-busy', 'true');

/** How many the list says it has found. */
export async function count(page: Page): Promise<number> {
  const sentence = (await status(page).textContent()) ?? '';
  return Number(/^[\d,]+/.exec(sentence)?.[0].replaceAll(',', ''));
}

export const names = (page: Page): Promise<string[]> => results(page).getByRole('heading').allTextContents();

/** The list, with its script running if the browser runs any. */
export async function openList(page: Page, path: string, script = true): Promise<void> {
  await page.goto(path);
  if (script) await expect(page.getByRole('combobox', { name: 'Near' })).toBeVisible();
}

export const textField = (page: Page): Locator => page.locator('input[name="q"]');
export const placeField = (page: Page): Locator => page.getByLabel('Near');

/** Presses the button and waits for the address to say what was asked. */
export async function search(page: Page, wanted: { text?: string; place?: string; within?: string }): Promise<void> {
  if (wanted.text !== undefined) await textField(page).fill(wanted.text);
  if (wanted.place !== undefined) await placeField(page).fill(wanted.place);
  if (wanted.within !== undefined) await page.getByLabel('Within').selectOption(wanted.within);
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
  await page.waitForURL((url) =>
    [
      ['q', wanted.text],
      ['place', wanted.place],
      ['within', wanted.within],
    ].every(([name, value]) => value === undefined || url.searchParams.get(name ?? '') === value),
  );
  await settled(page);
}

import type { Page } from '@playwright/test';
import { openList, placeField, results, textField } from './support/directory';
import { expect, test } from './support/test';

const options = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');

test('the keyboard chooses a suggested group, which opens', async ({ page }) => {
  await openList(page, '/groups');
  await textField(page).pressSequentially('Bungaw');
  const option = page.getByRole('option', { name: /Bungawalbin Catchment Watch/ });
  await expect(option).toBeVisible();
  await expect(textField(page)).toHaveAttribute('aria-expanded', 'true');
  await textField(page).press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await textField(page).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bungawalbin Catchment Watch' })).toBeVisible();
});

test('the keyboard chooses a suggested place, and Enter searches around it', async ({ page }) => {
  await openList(page, '/groups');
  await placeField(page).pressSequentially('Lismo');
  const option = page.getByRole('option', { name: /^Lismore, New South Wales/ });
  await expect(option).toBeVisible();
  await placeField(page).press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await placeField(page).press('Enter');
  await expect(options(page)).toHaveCount(0);
  await expect(placeField(page)).toHaveValue(/Lismore/);
  await placeField(page).press('Enter');
  await page.waitForURL(/place=Lismore/);
  await expect(results(page).getByRole('link', { name: 'Lismore Interfaith Table' })).toBeVisible();
});

test('Escape closes the suggestions and keeps what was typed, Enter searches for it as it is', async ({ page }) => {
  await openList(page, '/groups');
  await textField(page).pressSequentially('Bungaw');
  await expect(options(page).first()).toBeVisible();
  await textField(page).press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(textField(page)).toHaveValue('Bungaw');
  await textField(page).press('Enter');
  await page.waitForURL(/\?q=Bungaw/);
  await expect(results(page)).toHaveCount(1);
});

test('people are suggested only as far as the viewer may find them', async ({ page, pageAs }) => {
  const member = await pageAs('member');
  await openList(member, '/people');
  await textField(member).pressSequentially('Wanjiru');
  await expect(member.getByRole('option', { name: /Wanjiru Abernathy-Cole/ })).toBeVisible();
  await openList(page, '/people');
  await textField(page).pressSequentially('Wanjiru');
  await expect(page.getByText('No suggestions.')).toBeAttached();
});

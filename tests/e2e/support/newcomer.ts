import { expect, type Page } from '@playwright/test';

/** Walks the welcome path as far as a newcomer can go alone: signs the statement and saves what is proposed to be shared. */
export async function signAndChoose(newcomer: Page): Promise<void> {
  await newcomer.goto('/welcome');
  await newcomer.getByRole('link', { name: /^Go there: Read the principles/ }).click();
  await newcomer.getByRole('button', { name: 'I sign this statement' }).click();
  await expect(newcomer).toHaveURL('/welcome');
  await newcomer.getByRole('link', { name: 'Go there: Choose what you share' }).click();
  await newcomer.getByRole('button', { name: 'Save all choices' }).click();
  await expect(newcomer).toHaveURL('/welcome');
  await expect(newcomer.getByText('2 of 4 done')).toBeVisible();
}

/** A weaver takes the welcome of somebody over, unless it is theirs already, and makes them a member. */
export async function welcome(weaver: Page, name: string): Promise<void> {
  await weaver.goto('/weaving/newcomers');
  await weaver.getByRole('link', { name }).click();
  await expect(weaver.getByRole('heading', { level: 1 })).toContainText(name);
  const takeOver = weaver.getByRole('button', { name: 'I welcome this person' });
  if (await takeOver.isVisible()) await takeOver.click();
  await expect(weaver.getByText('You welcome this person.')).toBeVisible();
  await weaver.getByRole('button', { name: 'Welcome this person', exact: true }).click();
  await expect(weaver.getByText('They are a member now')).toBeVisible();
}

import type { Page } from '@playwright/test';
import { expectAccessible, expectToFit } from './support/checks';
import { names, openList } from './support/directory';
import { demoAddress } from './support/hub';
import { expect, test } from './support/test';

const purpose = (page: Page) => page.getByRole('textbox', { name: 'What it is there for' });
const save = (page: Page) => page.getByRole('button', { name: 'Save group' }).click();

/** Goes from the lead's own page to the form of a group. */
async function openForm(page: Page, group: string): Promise<void> {
  await page.goto('/home');
  await page.getByRole('link', { name: new RegExp(`^Edit.*: ${group}$`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Edit ${group}` })).toBeVisible();
}

const GROUPS = {
  script: { one: [demoAddress(7), 'Casino Mothers for Water'], two: [demoAddress(17), 'Collectif des Marais Vivants'] },
  plain: {
    one: [demoAddress(28), 'Lamu Dhow Builders for Clean Power'],
    two: [demoAddress(29), 'Coletivo Margem do Tapajós'],
  },
} as const;

for (const mode of ['script', 'plain'] as const) {
  const script = mode === 'script';
  test.describe(script ? 'with script' : 'without script', () => {
    const browser = { javaScriptEnabled: script };

    test('a lead edits the group, and everyone reads and finds the new text', async ({ page, pageAs }) => {
      const [email, group] = GROUPS[mode].one;
      const text = `We keep ${mode} kingfisher ledgers.`;
      const lead = await pageAs(email, browser);
      await openForm(lead, group);
      await purpose(lead).fill(text);
      await save(lead);
      await expect(lead.getByText('The group is saved.')).toBeVisible();
      await expect(purpose(lead)).toHaveValue(text);
      await lead.getByRole('main').getByRole('link', { name: 'See its page' }).click();
      await expect(lead.getByText(text)).toBeVisible();
      await openList(page, `/groups?q=${mode}+kingfisher`);
      expect(await names(page)).toEqual([group]);
    });

    test('of two who save the same version the second sees both texts, and loses none', async ({ pageAs }) => {
      const [email, group] = GROUPS[mode].two;
      const first = await pageAs(email, browser);
      const second = await pageAs(email, browser);
      await openForm(first, group);
      await openForm(second, group);
      await purpose(first).fill('The first one writes about herons.');
      await purpose(second).fill('The second one writes about egrets.');
      await save(first);
      await expect(first.getByText('The group is saved.')).toBeVisible();
      const answer = second.waitForResponse((response) => response.request().method() === 'POST');
      await save(second);
      expect((await answer).status()).toBe(409);

      await expect(second.getByText('This was saved somewhere else while you were writing')).toBeVisible();
      const both = second.getByRole('region', { name: 'What it is there for' });
      await expect(both.getByText('The first one writes about herons.')).toBeVisible();
      await expect(both.getByText('The second one writes about egrets.')).toBeVisible();
      await expect(purpose(second)).toHaveValue('The second one writes about egrets.');
      if (script) await expectAccessible(second);
      await expectToFit(second);

      await both.getByRole('radio', { name: /^Keep mine/ }).check();
      await save(second);
      await expect(second.getByText('The group is saved.')).toBeVisible();
      await expect(purpose(second)).toHaveValue('The second one writes about egrets.');
    });
  });
}

test('for whoever does not lead the group its form is not there, and a visitor is asked to sign in', async ({
  page,
  pageAs,
}) => {
  const form = '/groups/bungawalbin-catchment-watch/edit';
  for (const role of ['member', 'newcomer', 'steward'] as const) {
    const outsider = await pageAs(role);
    expect((await outsider.goto(form))?.status()).toBe(404);
    await outsider.goto('/groups/bungawalbin-catchment-watch');
    await expect(outsider.getByRole('link', { name: 'Edit this group' })).toHaveCount(0);
  }
  await page.goto(form);
  await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(form)}`);
});

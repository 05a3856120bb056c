import type { Page } from '@playwright/test';
import { names, openList, results } from './support/directory';
import { demoAddress } from './support/hub';
import { expect, test } from './support/test';

/** Chooses an audience by one press of its sentence, told by its beginning, and waits for the answer. */
async function share(page: Page, what: string, sentence: RegExp): Promise<void> {
  await page.goto('/settings/sharing');
  const line = page.getByRole('group', { name: what, exact: true });
  await line.getByText(what, { exact: true }).click();
  await line.getByRole('button', { name: sentence }).click();
  await expect(page.getByText(`Saved: ${what}.`)).toBeVisible();
  await expect(line.getByRole('button', { name: sentence })).toHaveAttribute('aria-pressed', 'true');
}

const find = async (page: Page, text: string, script: boolean): Promise<string[]> => {
  await openList(page, `/people?q=${encodeURIComponent(text)}`, script);
  return names(page);
};

const HIDING = {
  script: { email: demoAddress(16), name: 'Siobhán O’Ceallaigh-D’Souza', words: 'gliders loopholes' },
  plain: { email: demoAddress(24), name: 'Thandeka', words: 'four hundred gates visited' },
} as const;

const WIDENING = {
  script: { email: demoAddress(20), name: '박하늘빛' },
  plain: { email: 'member@example.org', name: 'Gulsen Brightwater' },
} as const;

const LEAVING = { script: demoAddress(33), plain: demoAddress(34) } as const;

for (const mode of ['script', 'plain'] as const) {
  const script = mode === 'script';
  test.describe(script ? 'with script' : 'without script', () => {
    const browser = { javaScriptEnabled: script };

    test('what someone hides is no longer found nor shown to another member', async ({ pageAs }) => {
      const { email, name, words } = HIDING[mode];
      const other = await pageAs('weaver', browser);
      expect(await find(other, words, script)).toContain(name);
      await results(other).getByRole('link', { name }).click();
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(name);
      const profile = other.url();
      await expect(other.getByRole('main')).toContainText(words.split(' ')[0] ?? words);

      await share(await pageAs(email, browser), 'About you', /^Only you see/);

      expect(await find(other, words, script)).not.toContain(name);
      expect(await find(other, name, script)).toContain(name);
      await expect(results(other).first()).not.toContainText(words.split(' ')[0] ?? words);
      await other.goto(profile);
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(other.getByRole('main')).not.toContainText(words.split(' ')[0] ?? words);
    });

    test('someone looks at their page as others do, and hides from any page', async ({ pageAs }) => {
      const page = await pageAs(LEAVING[mode], browser);
      await share(page, 'Name', /^Members of this network see/);
      const name = (await page.locator('.account-name bdi').textContent()) ?? '';
      await page.goto('/settings/sharing/seen');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('They do not see you');
      await page.getByRole('link', { name: 'A member', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

      await page.goto('/groups');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Hide me now' }).click();
      await page.getByRole('button', { name: 'Hide me and sign me out' }).click();
      await expect(page).toHaveURL('/hidden');
      expect(await find(await pageAs('weaver', browser), name, script)).not.toContain(name);
    });

    test('a name that becomes public is found by a visitor', async ({ page, pageAs }) => {
      const { email, name } = WIDENING[mode];
      expect(await find(page, name, true)).not.toContain(name);
      await share(await pageAs(email, browser), 'Name', /^Anyone on the internet sees/);
      expect(await find(page, name, true)).toContain(name);
      await results(page).getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByRole('heading', { name: 'About', exact: true })).toHaveCount(0);
    });
  });
}

test('nothing of a newcomer is visible before the first save, and after it to weavers only', async ({ pageAs }) => {
  const name = 'Temperance Adeyemi-Holt';
  const weaver = await pageAs('weaver');
  const member = await pageAs('member');
  expect(await find(weaver, name, true)).not.toContain(name);

  const newcomer = await pageAs('newcomer');
  await newcomer.goto('/settings/sharing');
  await expect(newcomer.getByText('Nothing of this is saved yet')).toBeVisible();
  await newcomer.getByRole('button', { name: 'Save all choices' }).click();
  await expect(newcomer.getByText('Saved. It holds from now on.')).toBeVisible();
  await expect(newcomer.getByText('Nothing of this is saved yet')).toHaveCount(0);

  expect(await find(weaver, name, true)).toContain(name);
  expect(await find(member, name, true)).not.toContain(name);
});

import { signInLink } from './support/hub';
import { expect, test } from './support/test';

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script });

    test('a link signs in by one button, once', async ({ page, browser }) => {
      const link = signInLink('member@example.org');
      await page.goto(link);
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(1);
      await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL('/home');
      await expect(page.getByText('Signed in as')).toContainText('Signed in as');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Gulsen Brightwater');

      const other = await browser.newPage({ javaScriptEnabled: script });
      await other.goto(link);
      await expect(other.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
      await other.goto('/home');
      await expect(other).toHaveURL('/sign-in?to=%2Fhome');
      await other.close();

      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
      await page.goto('/home');
      await expect(page).toHaveURL('/sign-in?to=%2Fhome');
    });

    test('a link that nobody made leads to the sign-in page', async ({ page }) => {
      const response = await page.goto('/sign-in/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { name: 'This is not a link we know' })).toBeVisible();
      await page.getByRole('link', { name: 'To the sign-in page' }).click();
      await expect(page.getByLabel('Your e-mail address')).toBeVisible();
    });

    test('what is no address is said beside the field, and kept', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByLabel('Your e-mail address').fill('ana at example');
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await expect(page.getByLabel('Your e-mail address')).toHaveAccessibleDescription(/does not look like/);
      await expect(page.getByLabel('Your e-mail address')).toHaveValue('ana at example');
    });
  });
}

test('the same answer for an address with and without an account', async ({ page }) => {
  for (const email of ['weaver@example.org', 'nobody@example.org']) {
    await page.goto('/sign-in');
    await page.getByLabel('Your e-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByText(`can hand you a link for ${email}, if there is an account for it`)).toBeVisible();
  }
});

test('whoever is signed in already goes on to the page they asked for', async ({ pageAs }) => {
  const page = await pageAs('member');
  await page.goto('/sign-in?to=%2Fsettings%2Fsharing');
  await expect(page).toHaveURL('/settings/sharing');
  await page.goto('/sign-in?to=https%3A%2F%2Fevil.example%2F');
  await expect(page).toHaveURL('/home');
});

test('a page for a role is not there for a member, and asks a visitor to sign in', async ({ page, pageAs }) => {
  const member = await pageAs('member');
  expect((await member.goto('/operate/mail'))?.status()).toBe(404);
  await page.goto('/operate/mail');
  await expect(page).toHaveURL('/sign-in?to=%2Foperate%2Fmail');
});

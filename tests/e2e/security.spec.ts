import type { Page } from '@playwright/test';
import { demoAddress } from './support/hub';
import { expect, test } from './support/test';

/** Seen by nobody but weavers and stewards, so that other tests do not miss them. */
const NEWCOMER = demoAddress(395);

/** Gives a page's browser a device that makes and answers passkeys. */
async function withAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey is added, signs in by itself, and proves again', async ({ pageAs }) => {
  const page = await pageAs(demoAddress(26));
  await withAuthenticator(page);
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText(/^Added .*, not used yet/)).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/sign-in?to=/settings/security');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText(/^Added .*, last used/)).toBeVisible();
  await page.goto('/sign-in/again?to=/settings/notices');
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page).toHaveURL(/\/settings\/notices$/);
});

test('a device that is signed out from another is out at its next request', async ({ pageAs }) => {
  const [mine, lost] = [await pageAs(demoAddress(27)), await pageAs(demoAddress(27))];
  await mine.goto('/settings/security');
  await mine.getByRole('button', { name: /^Sign out: / }).click();
  await expect(mine.getByRole('button', { name: /^Sign out: / })).toHaveCount(0);
  await lost.goto('/settings/profile');
  await expect(lost).toHaveURL(/\/sign-in\?to=/);
});

test('one tap hides someone and signs them out, and they come back', async ({ pageAs }) => {
  const mine = await pageAs(NEWCOMER, { javaScriptEnabled: false });
  await mine.goto('/settings/security');
  await mine.getByRole('button', { name: 'Hide me and sign me out' }).click();
  await expect(mine.getByRole('heading', { name: 'You are hidden and signed out' })).toBeVisible();
  const back = await pageAs(NEWCOMER);
  await back.goto('/settings/security');
  await back.getByRole('button', { name: 'Show me again' }).click();
  await expect(back.getByRole('button', { name: 'Hide me and sign me out' })).toBeVisible();
});

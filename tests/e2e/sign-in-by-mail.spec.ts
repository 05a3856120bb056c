import { join } from 'node:path';
import { removeDataFolder } from '../../db/embedded.server';
import { FakeResend } from '../fakes/resend';
import { type HubProcess, startHub } from './support/hub-process';
import { run } from './support/run-folder';
import { expect, test } from './support/test';

const dataDir = join(run().folder, 'hub-with-mail');
const resend = new FakeResend();
let own: HubProcess;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const RESEND_BASE_URL = await resend.start();
  own = await startHub(dataDir, {
    RESEND_API_KEY: 're_for_tests',
    RESEND_BASE_URL,
    MAIL_FROM: 'A hub for tests <hub@example.org>',
  });
});

test.afterAll(async () => {
  await own?.stop();
  await resend.stop();
  removeDataFolder(dataDir);
});

test('a visitor on a page for members comes back to it through the link in their mail', async ({ page }) => {
  await page.goto(`${own.origin}/settings/profile`);
  await expect(page).toHaveURL(`${own.origin}/sign-in?to=%2Fsettings%2Fprofile`);
  await page.getByLabel('Your e-mail address').fill('Member@Example.org');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await expect.poll(() => resend.lastTo('member@example.org')?.body.text).toBeTruthy();
  const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(resend.lastTo('member@example.org')?.body.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`${own.origin}/settings/profile`);
});

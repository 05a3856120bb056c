import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { removeDataFolder } from '../../db/embedded.server';
import { demoAddress, hub } from './support/hub';
import { type HubProcess, startHub } from './support/hub-process';
import { run } from './support/run-folder';
import { expect, test } from './support/test';

// Publishing a version changes what everyone sees, so this hub is nobody else's.
const dataDir = join(run().folder, `unity-${Date.now()}`);
let served: HubProcess;

test.beforeAll(async () => {
  served = await startHub(dataDir);
});
test.afterAll(async () => {
  await served?.stop();
  removeDataFolder(dataDir);
});

async function enter(browser: Browser, email?: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: served.origin })).newPage();
  if (!email) return page;
  await page.goto(hub({ dataDir, origin: served.origin }, 'sign-in-link', email).trim().split('\n').at(-1) ?? '');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/home');
  return page;
}

test('a group signs through its signer, the text changes, and it signs again', async ({ browser }) => {
  const group = 'Bungawalbin Catchment Watch';
  const [visitor, signer] = [await enter(browser), await enter(browser, demoAddress(8))];
  const listed = () => visitor.getByRole('region', { name: 'Who stands under it' }).getByRole('listitem');
  const line = () => listed().filter({ hasText: group });
  await visitor.goto('/unity');
  await expect(line()).toHaveCount(0);

  await signer.goto('/unity');
  await signer.getByRole('link', { name: `Sign for it: ${group}` }).click();
  await signer.getByLabel('The group may be named in the list').check();
  await signer.getByRole('button', { name: `Sign for ${group}` }).click();
  await expect(signer.getByText('The group has signed.')).toBeVisible();
  await visitor.reload();
  await expect(line()).toHaveText(group);

  const steward = await enter(browser, 'steward@example.org');
  await steward.goto('/operate/unity');
  await steward.getByRole('main').getByRole('link', { name: 'What we stand for together' }).click();
  await steward.getByRole('link', { name: 'Look at it once more, and publish' }).click();
  await steward.getByRole('button', { name: 'Publish it for good' }).click();
  await expect(steward.getByText('Unity statement, version 2')).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'Ask before you record' })).toBeVisible();
  await expect(line()).toHaveText(`${group} · signed version 1`);

  await signer.goto('/home');
  await expect(signer.getByText('One principle more')).toBeVisible();
  await signer.getByRole('link', { name: `Look at it for ${group}` }).click();
  await signer.getByRole('button', { name: `Sign for ${group}` }).click();
  await expect(signer.getByText('The group has signed.')).toBeVisible();
  await visitor.reload();
  await expect(line()).toHaveText(group);
  for (const page of [visitor, signer, steward]) await page.context().close();
});

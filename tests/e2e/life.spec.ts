import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { removeDataFolder } from '../../db/embedded.server';
import { GROUPS, groupsCsv, PEOPLE, peopleCsv } from '../factories/twenty';
import { names, openList, results } from './support/directory';
import { hub, type Where } from './support/hub';
import { type HubProcess, startHub } from './support/hub-process';
import { run } from './support/run-folder';
import { expect, test } from './support/test';
import { layOutVersionBefore } from './support/version-before';

// A second try begins in a folder of its own.
const folder = join(run().folder, `life-${Date.now()}`);
const file = (name: string): string => join(folder, name);
const EMPTY = { HUB_DEMO: '0' };
const SECRET_WORDS = { HUB_BACKUP_PASSPHRASE: 'seven herons over the weir' };
const STEWARD = 'ana@example.org';
const [abena, bruno, chidi] = PEOPLE as [(typeof PEOPLE)[number], (typeof PEOPLE)[number], (typeof PEOPLE)[number]];

const started: HubProcess[] = [];
const folders: string[] = [];

async function start(dataDir: string, root?: string): Promise<HubProcess & Where> {
  folders.push(dataDir);
  const process = await startHub(dataDir, EMPTY, root);
  started.push(process);
  return { ...process, dataDir, root };
}

test.afterAll(async () => {
  for (const each of started) await each.stop();
  for (const each of new Set(folders)) removeDataFolder(each);
});

/** A page of someone who comes in by the link the console prints for them. */
async function enter(browser: Browser, where: Where, email: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: where.origin })).newPage();
  await page.goto(hub(where, 'sign-in-link', email).trim().split('\n').at(-1) ?? '');
  return page;
}

async function signIn(browser: Browser, where: Where, email: string): Promise<Page> {
  const page = await enter(browser, where, email);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/home');
  return page;
}

async function setUp(browser: Browser, where: Where): Promise<Page> {
  const link = /https?:\/\/\S+\/set-up\/\S+/.exec(hub(where, 'set-up', STEWARD))?.[0] ?? '';
  const page = await (await browser.newContext({ baseURL: where.origin })).newPage();
  await page.goto(link);
  await page.getByLabel('Name of the network').fill('Four Rivers Table');
  await page.getByLabel('Purpose, in one sentence (English)').fill('Rivers that people can drink from.');
  await page.getByLabel('Your name').fill('Ana Madeup');
  await page.getByRole('button', { name: 'Set up the network' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ana Madeup');
  return page;
}

async function invite(steward: Page, name: string): Promise<void> {
  await steward.goto(`/steward/imported?q=${encodeURIComponent(name)}`);
  await steward.getByRole('button', { name: `Invite ${name}` }).click();
  await expect(steward.getByText(`The invitation for ${name} is written.`)).toBeVisible();
}

async function accept(browser: Browser, where: Where, email: string): Promise<Page> {
  const page = await enter(browser, where, email);
  await page.getByRole('button', { name: 'Accept and choose what I share' }).click();
  await page.waitForURL('**/settings/sharing');
  await page.getByRole('button', { name: 'Save all choices' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  return page;
}

async function found(page: Page, name: string): Promise<string[]> {
  await openList(page, `/people?q=${encodeURIComponent(name)}`);
  return names(page);
}

test('the life of a network of twenty: set up, filled, used, backed up, upgraded, restored elsewhere, left', async ({
  browser,
}) => {
  test.setTimeout(1_500_000);
  mkdirSync(folder, { recursive: true });
  const commit = layOutVersionBefore(file('before'));
  console.log(
    commit ? `RUN: upgrade from ${commit}` : 'NOT RUN: the upgrade, for the history of this checkout is not here',
  );
  const first = file('hub');
  const before = await start(first, commit ? file('before') : undefined);

  const steward = await test.step('one command and one page set it up', () => setUp(browser, before));

  await test.step('groups and people come in from spreadsheets', async () => {
    writeFileSync(file('groups.csv'), groupsCsv());
    writeFileSync(file('people.csv'), peopleCsv());
    const last = (text: string) => text.trimEnd().split('\n').at(-1);
    expect(last(hub(before, 'import', 'groups', file('groups.csv')))).toBe('4 rows: 4 created, 0 changed, 0 skipped');
    expect(last(hub(before, 'import', 'people', file('people.csv')))).toBe('19 rows: 19 created, 0 changed, 0 skipped');
    await openList(steward, '/groups?q=Vecinas');
    await expect(results(steward).getByRole('link', { name: 'Vecinas del Estero' })).toBeVisible();
  });

  const other = await test.step('people accept, choose what they share, and find each other', async () => {
    for (const { name } of [abena, bruno, chidi]) await invite(steward, name);
    const page = await accept(browser, before, abena.email);
    expect(await found(page, bruno.name)).toEqual([]);
    await accept(browser, before, bruno.email);
    await accept(browser, before, chidi.email);
    expect(await found(page, bruno.name)).toEqual([bruno.name]);
    return page;
  });

  await test.step('it is backed up while it runs', () => {
    hub({ ...before, env: SECRET_WORDS }, 'backup', file('twenty.backup'));
    expect(existsSync(file('twenty.backup'))).toBe(true);
  });

  const after = await test.step('the new version takes over while the old one still answers', async () => {
    const next = await start(first);
    for (const path of ['/', '/people', '/groups?q=Vecinas', '/privacy'])
      expect((await fetch(before.origin + path)).status).toBe(200);
    expect(await found(other, bruno.name)).toEqual([bruno.name]);
    await before.stop();
    const page = await signIn(browser, next, abena.email);
    expect(await found(page, bruno.name)).toEqual([bruno.name]);
    hub(next, 'sharing', 'verify');
    return next;
  });

  await test.step('someone leaves after the backup was made', async () => {
    const page = await signIn(browser, after, chidi.email);
    await page.goto('/settings/leaving');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Delete me now' }).click();
    await page.waitForURL('**/goodbye');
    await after.stop();
  });

  const elsewhere = await test.step('the backup is restored on another machine', async () => {
    const second = file('hub-elsewhere');
    cpSync(join(first, 'backups'), join(second, 'backups'), { recursive: true });
    const where = { dataDir: second, origin: 'http://localhost:3000', env: SECRET_WORDS };
    expect(hub(where, 'restore', file('twenty.backup'))).toContain('Restored Four Rivers Table');
    const next = await start(second);
    hub(next, 'sharing', 'verify');
    const page = await signIn(browser, next, abena.email);
    expect(await found(page, bruno.name)).toEqual([bruno.name]);
    expect(await found(page, chidi.name)).toEqual([]);
    expect(() => hub(next, 'sign-in-link', chidi.email)).toThrow();
    return next;
  });

  await test.step('and it can leave with everything', async () => {
    const page = await signIn(browser, elsewhere, STEWARD);
    await page.goto('/operate/export');
    for (const format of ['csv', 'json', 'geojson']) {
      const coming = page.waitForEvent('download');
      await page.locator(`a[href$="/groups.${format}"]`).click();
      const text = readFileSync((await (await coming).path()) ?? '', 'utf8');
      for (const [group] of GROUPS) expect(text).toContain(group);
    }
  });
});

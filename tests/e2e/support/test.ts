import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from '@playwright/test';
import { origin, signInLink } from './hub';
import { run } from './run-folder';

export { expect } from '@playwright/test';

export const ROLES = ['newcomer', 'member', 'lead', 'weaver', 'operator', 'steward'] as const;
export type Role = (typeof ROLES)[number] | 'visitor';

export interface Fixtures {
  /** A page of its own for a viewer: a demo role, or someone signed in now by their e-mail address. */
  pageAs(viewer: Role | `${string}@${string}`, options?: BrowserContextOptions): Promise<Page>;
  /** A page in the browser that all readers of this role and language share, for tests that change nothing. */
  readAs(viewer: Role, locale?: string): Promise<Page>;
}

interface Shared {
  browserOf(viewer: Role, locale: string): Promise<BrowserContext>;
}

/** The state of a browser in which a demo role is signed in; nothing for a visitor. */
export const stateOf = (role: Role): BrowserContextOptions =>
  role === 'visitor' ? {} : { storageState: run().stateFile(role) };

/** Signs someone in through a fresh link. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(signInLink(email));
  await page.getByRole('main').getByRole('button').click();
  await page.waitForURL('**/home');
}

async function open(browser: Browser, viewer: string, options: BrowserContextOptions): Promise<Page> {
  const role = viewer.includes('@') ? 'visitor' : (viewer as Role);
  const context = await browser.newContext({ baseURL: origin(), ...stateOf(role), ...options });
  const page = await context.newPage();
  if (viewer.includes('@')) await signIn(page, viewer);
  return page;
}

export const test = base.extend<Fixtures, Shared>({
  browserOf: [
    async ({ browser }, use) => {
      const open = new Map<string, Promise<BrowserContext>>();
      await use((viewer, locale) => {
        const key = `${viewer} ${locale}`;
        const context = open.get(key) ?? browser.newContext({ baseURL: origin(), ...stateOf(viewer), locale });
        open.set(key, context);
        return context;
      });
      for (const context of open.values()) await (await context).close();
    },
    { scope: 'worker' },
  ],
  readAs: async ({ browserOf }, use) => {
    const pages: Page[] = [];
    await use(async (viewer, locale = 'en-GB') => {
      const page = await (await browserOf(viewer, locale)).newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  baseURL: async ({}, use) => use(origin()),
  pageAs: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (viewer, options = {}) => {
      const page = await open(browser, viewer, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

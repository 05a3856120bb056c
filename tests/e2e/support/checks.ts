import { expect, type Page } from '@playwright/test';
import { faultsIn } from './axe';
import { REDIRECTS } from './pages';

/** No fault that axe can find; a theme changes nothing but colours, so the dark one is asked for those alone. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await faultsIn(page, 'everything')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await faultsIn(page, 'colours'), 'dark').toEqual([]);
}

/** Nothing sticks out of a narrow telephone. */
export async function expectToFit(page: Page, width = 360): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`);
  });
  expect.soft(wide).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** One title, one h1, one main region, and headings that skip no level (axe sees to the last). */
export async function expectOrdered(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
}

/** The first press of Tab offers the way past the navigation; what has the focus can be seen. */
export async function expectSkipLink(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const link = page.locator('.skip-link');
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
  const outline = await link.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const focus = await page.evaluate(() => {
    const main = document.querySelector('main') as Element;
    const next = document.activeElement as Element;
    const later = Node.DOCUMENT_POSITION_FOLLOWING;
    const { outlineStyle } = getComputedStyle(next);
    return { beyond: (main.compareDocumentPosition(next) & later) > 0, seen: outlineStyle !== 'none' };
  });
  expect(focus).toEqual({ beyond: true, seen: true });
}

/** No `style=` attribute in what the server sent: the content security policy would ignore it. */
export function expectNoStyleAttributes(html: string): void {
  const markup = html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
  expect(markup.match(/<[^>]+\sstyle=[^>]*>/g) ?? []).toEqual([]);
}

const tried = new Map<string, number>();
/** Links to things of one kind, such as the people of a list, that are followed. */
const OF_ONE_KIND = 4;

/** The links that are to be followed: of those that differ in their last part or in their query's values, a few. */
function fewOfEach(links: Iterable<string>): string[] {
  const kinds = new Map<string, string[]>();
  for (const link of links) {
    const { pathname, searchParams } = new URL(link);
    const depth = pathname.split('/').length;
    const kind = `${depth > 2 ? pathname.slice(0, pathname.lastIndexOf('/')) : pathname}?${[...searchParams.keys()].join('&')}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), link].slice(0, OF_ONE_KIND));
  }
  return [...kinds.values()].flat();
}

/** The links of the page into the hub answer, or are among the redirects that we know of. */
export async function expectLinksToAnswer(page: Page, viewer: string): Promise<void> {
  const { origin } = new URL(page.url());
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  const there = links.map((link) => link.split('#')[0] ?? link);
  const own = new Set(there.filter((link) => link.startsWith(`${origin}/`) && link !== page.url().split('#')[0]));
  const faults: string[] = [];
  for (const link of fewOfEach(own)) {
    const key = `${viewer} ${link}`;
    if (!tried.has(key)) tried.set(key, await statusOf(page, viewer, link));
    const status = tried.get(key) ?? 0;
    if (status >= 400 || (status >= 300 && !REDIRECTS.has(new URL(link).pathname))) faults.push(`${status} ${link}`);
  }
  expect.soft(faults).toEqual([]);
}

/**
 * What a link answers; a visitor who is asked to sign in before a page for members is as well answered as by the page, and
 * so is whoever is asked for a fresh proof before a file.
 */
async function statusOf(page: Page, viewer: string, link: string): Promise<number> {
  const response = await page.request.get(link, { maxRedirects: 0 });
  const door = viewer === 'visitor' ? '/sign-in?to=' : '/sign-in/again?to=';
  return response.headers().location?.startsWith(door) ? 200 : response.status();
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { run } from './run-folder';

const folder = (language: string) => join(run().root, 'app/lib/messages', language);

function texts(language: string): Map<string, string> {
  const files = readdirSync(folder(language)).filter((name) => name.endsWith('.json'));
  const entries = files.flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(join(folder(language), name), 'utf8')) as Record<string, unknown>),
  );
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** What the interface says in English and says otherwise in Spanish; without the texts that carry a name or number. */
function english(): Set<string> {
  const spanish = texts('es');
  const said = new Set(spanish.values());
  return new Set(
    [...texts('en')].flatMap(([key, text]) =>
      text.includes('{') || spanish.get(key) === text || said.has(text) ? [] : [text],
    ),
  );
}

/** Every text of the interface on this page is Spanish: none stands there in English. */
export async function expectSpanish(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [document.title.split(' · ')[0] ?? ''];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest('script, [lang]:not(html)')) continue;
      found.push(node.nodeValue?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '');
    return found.filter(Boolean);
  });
  const left = english();
  expect.soft(shown.filter((text) => left.has(text))).toEqual([]);
}

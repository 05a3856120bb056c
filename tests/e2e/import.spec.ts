import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { removeDataFolder } from '../../db/embedded.server';
import { FAULTY_ROWS, volunteerCsv } from '../factories/csv';
import { results } from './support/directory';
import { hub, shared } from './support/hub';
import { startHub } from './support/hub-process';
import { run } from './support/run-folder';
import { expect, test } from './support/test';

const REAL = 'shared/data/climate-justice-organisations.csv';

/** The counts of an import's last line. */
function counts(printed: string): { rows: number; accounted: number } {
  const line = printed.trimEnd().split('\n').at(-1) ?? '';
  const [, rows, ...parts] = /^(\d+) rows: (\d+) created, (\d+) changed, (\d+) skipped$/.exec(line)?.map(Number) ?? [];
  return { rows: rows ?? -1, accounted: parts.reduce((sum, part) => sum + part, 0) };
}

async function expectFound(page: Page, origin: string, texts: string[], name: string): Promise<void> {
  for (const text of texts) {
    await page.goto(`${origin}/groups?q=${encodeURIComponent(text)}`);
    await expect(results(page).getByRole('link', { name, exact: true })).toBeVisible();
  }
  const hit = results(page).filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(hit).toContainText('Listed from public information, not a member');
  await hit.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Listed from public information, not a member');
}

test('a file with faults is imported into the running hub and found at once, also misspelt', async ({
  page,
  pageAs,
}) => {
  const file = join(run().folder, 'groups.csv');
  writeFileSync(file, volunteerCsv(FAULTY_ROWS));
  const printed = hub(shared(), 'import', 'groups', file);
  expect(counts(printed)).toEqual({
    rows: FAULTY_ROWS.length,
    accounted: FAULTY_ROWS.length,
  });
  const texts = ['Sample Creek Alliance', 'Sampel Creek Aliance'];
  await expectFound(page, shared().origin, texts, 'Sample Creek Alliance');
  const pairs = /\/operate\/import\/[^/]+\/duplicates$/m.exec(printed);
  await expectDecided(await pageAs('operator'), pairs?.[0] ?? '');
});

/** Decides the first pair of an import, takes that back and goes on to the next. */
async function expectDecided(page: Page, pairs: string): Promise<void> {
  await page.goto(pairs);
  await page.getByRole('link', { name: 'Decide the first one' }).click();
  await page
    .getByRole('group', { name: /^Activities/ })
    .getByLabel('From the file')
    .check();
  await page.getByRole('button', { name: 'Merge them' }).click();
  await expect(page.getByRole('status')).toContainText('Row 7 was merged');
  await expect(page.getByRole('main')).toContainText('1 of 3 decided');
  await page.getByRole('button', { name: 'Take this decision back' }).click();
  await expect(page.getByRole('main')).toContainText('0 of 3 decided');
}

test(`the real file of a coalition, ${REAL}, where it lies beside the project`, async ({ page }) => {
  const file = join(run().root, '..', REAL);
  if (!existsSync(file)) {
    console.log(`NOT RUN: there is no ${file}, so the real file was not imported.`);
    return;
  }
  test.setTimeout(300_000);
  const dataDir = join(run().folder, 'hub-with-real-file');
  const own = await startHub(dataDir, { HUB_DEMO: '0' });
  try {
    const { origin } = own;
    expect(counts(hub({ dataDir, origin }, 'import', 'groups', file))).toEqual({ rows: 152, accounted: 152 });
    await expectFound(page, origin, ['Climate Justice Alliance', 'Climat Justise Aliance'], 'Climate Justice Alliance');
    console.log(`RUN: the real file ${file} was imported, all of its 152 rows are accounted for.`);
  } finally {
    await own.stop();
    removeDataFolder(dataDir);
  }
});

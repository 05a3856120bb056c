import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type FullConfig } from '@playwright/test';
import { removeDataFolder } from '../../../db/embedded.server';
import { startHub } from './hub-process';
import { LEFT_BEHIND } from './pages';
import { run } from './run-folder';

async function keepSession(browser: Browser, link: string, file: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('main').getByRole('button').click();
  await page.waitForURL('**/home');
  await context.storageState({ path: file });
  await context.close();
}

/** Its columns are called as nothing in the interface is, in either language; the town of one row is unknown. */
const LEFT_ROWS = 'Gruppe;Ort;Bemerkung\nUferfreunde;Alton;\nUferfreunde;Alton;\n;;\nWiesenrunde;Nirgendwo;\n';

/** A file of groups that the operator chose and then closed the page. */
async function leaveFile(browser: Browser, origin: string, storageState: string): Promise<void> {
  const context = await browser.newContext({ storageState });
  const file = { name: LEFT_BEHIND, mimeType: 'text/csv', buffer: Buffer.from(LEFT_ROWS) };
  await context.request.post(`${origin}/operate/import`, { multipart: { file }, headers: { origin } });
  await context.close();
}

/** One hub with the demo network for the whole run, and a signed-in state for each role, got through its sign-in link. */
export default async function setup(config: FullConfig): Promise<() => Promise<void>> {
  const { folder, dataDir, originFile, stateFile } = run();
  mkdirSync(folder, { recursive: true });
  const hub = await startHub(dataDir);
  writeFileSync(originFile, hub.origin);
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions);
  for (const [role, link] of Object.entries(hub.links)) await keepSession(browser, link, stateFile(role));
  await leaveFile(browser, hub.origin, stateFile('operator'));
  await browser.close();
  return async () => {
    await hub.stop();
    removeDataFolder(dataDir);
    rmSync(folder, { recursive: true, force: true });
  };
}

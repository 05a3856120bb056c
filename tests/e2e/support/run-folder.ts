import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A name in the form that the test command cleans up after runs that broke off. */
export const newRunFolder = (): string => join(root, '.cache', `run-${process.pid}-e2e`);

/** What one run of the browser tests keeps: the hub's data and what the tests need to know of it. */
export function run() {
  const folder = process.env.HUB_E2E_RUN;
  if (!folder) throw new Error('The browser tests run by Playwright, with playwright.config.ts.');
  return {
    root,
    folder,
    dataDir: join(folder, 'hub'),
    originFile: join(folder, 'origin'),
    /** Where the signed-in state of a demo account is kept. */
    stateFile: (role: string) => join(folder, `${role}.json`),
  };
}

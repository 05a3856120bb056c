import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { newRunFolder } from './tests/e2e/support/run-folder';

// Named before anything starts: the workers inherit it.
process.env.HUB_E2E_RUN ??= newRunFolder();

const given = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const asRoot = process.getuid?.() === 0;
const args = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e-results',
  globalSetup: './tests/e2e/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time is named as flaky at the end of the run.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...(existsSync(given) && { launchOptions: { executablePath: given, args } }),
    ...(!existsSync(given) && { launchOptions: { args } }),
    browserName: 'chromium',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: 'off',
  },
});

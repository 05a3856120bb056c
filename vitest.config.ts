import { execFileSync } from 'node:child_process';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import vite from './vite.config';

// Vitest reads this file once for each project, and the check has compiled them just before.
if (!process.env.HUB_MESSAGES_COMPILED) {
  execFileSync(process.execPath, ['scripts/lib/compile-messages.mjs']);
  process.env.HUB_MESSAGES_COMPILED = '1';
}

export default mergeConfig(
  vite as object,
  defineConfig({
    test: {
      maxWorkers: 2,
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/unit/**/*.test.{ts,tsx}'],
            environment: 'node',
            testTimeout: 30_000,
            // Pure tests share what they import: loading it anew for each file took longer than all of them.
            pool: 'threads',
            isolate: false,
          },
        },
        {
          extends: true,
          test: {
            name: 'integration',
            include: ['tests/integration/**/*.test.{ts,tsx}', 'tests/sharing/**/*.test.ts'],
            environment: 'node',
            globalSetup: ['tests/setup/global.ts'],
            pool: 'forks',
            isolate: false,
            testTimeout: 600_000,
            hookTimeout: 300_000,
          },
        },
      ],
    },
  }),
);

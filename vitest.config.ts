import { compile } from '@inlang/paraglide-js';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import vite, { messages } from './vite.config';

await compile(messages);

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
          },
        },
        {
          extends: true,
          test: {
            name: 'integration',
            include: ['tests/integration/**/*.test.{ts,tsx}', 'tests/sharing/**/*.test.ts'],
            environment: 'node',
            globalSetup: ['tests/setup/global.ts'],
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }),
);

import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import vite from '../../vite.config';

export default mergeConfig(
  vite as object,
  defineConfig({
    test: {
      include: ['tests/unit/sharing/**/*.test.ts'],
      // What is about the files of the routes says nothing about the rules.
      exclude: ['tests/unit/sharing/surfaces.test.ts'],
      setupFiles: ['scripts/check-mutation/seed.ts'],
      environment: 'node',
      testTimeout: 30_000,
    },
  }),
);

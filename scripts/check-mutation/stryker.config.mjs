import { availableParallelism } from 'node:os';

/** Mutates what decides who sees what, and runs the unit tests of sharing against each mutant. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/check-mutation/vitest.config.ts', related: false },
  mutate: [
    'app/sharing/compile-policy.server.ts',
    'app/sharing/compare-policies.ts',
    'app/sharing/consents.ts',
    'app/sharing/effective.ts',
    'app/sharing/objections.ts',
    'app/sharing/project.ts',
    'app/sharing/ledger/chain.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, availableParallelism() - 1),
  timeoutMS: 20_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress', 'json'],
  jsonReporter: { fileName: '.cache/reports/mutation.json' },
  tempDirName: '.cache/stryker',
  ignorePatterns: ['.cache', '.data', 'build', 'test-results', 'playwright-report'],
};

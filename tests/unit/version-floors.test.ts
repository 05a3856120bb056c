import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { remixConfig } from '../../remix.config.js';

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { version?: string }>;
};

const versionsOf = (name: string): string[] =>
  Object.entries(lock.packages).flatMap(([path, { version }]) =>
    version && (path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)) ? [version] : [],
  );

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((each) => each.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 || (a[at] ?? 0) > (b[at] ?? 0);
}

describe('the versions in use', () => {
  it.each([
    ['@remix-run/router', '1.23.4'],
    ['react-router', '6.30.6'],
    ['react-router-dom', '6.30.6'],
    ['@remix-run/node', '2.17.5'],
    ['@remix-run/react', '2.17.5'],
    ['@remix-run/server-runtime', '2.17.5'],
  ])('%s is nowhere below %s', (name, floor) => {
    const versions = versionsOf(name);
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(isAtLeast(version, floor), version).toBe(true);
  });
  it('leave out what has an unfixed denial of service', () => {
    expect(remixConfig.future).toMatchObject({ v3_singleFetch: false, v3_lazyRouteDiscovery: false });
  });
  it.each([
    ['1.23.4', '1.23.4', true],
    ['1.23.10', '1.23.4', true],
    ['1.22.9', '1.23.4', false],
    ['2.0.0', '1.23.4', true],
  ])('%s is at least %s: %j', (version, floor, expected) => expect(isAtLeast(version, floor)).toBe(expected));
});

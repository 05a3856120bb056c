import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reachedFrom } from '../../setup/import-graph';
import { routeFiles } from '../../setup/route-patterns';
import { ACTIONS_ONLY, asData, NOBODY, registeredPaths, unregisteredRoutes } from '../../sharing/surfaces';

/** Modules that open a pool on what is anyone's. */
const READERS = [
  'app/sharing/read.server.ts',
  'app/sharing/command.server.ts',
  'db/self.server.ts',
  'db/writer.server.ts',
];

const fileOf = (id: string) => {
  const file = routeFiles().find((name) => `routes/${name.replace(/\.tsx?$/, '')}` === id);
  if (!file) throw new Error(`There is no route ${id}.`);
  return `app/routes/${file}`;
};
const reads = (id: string) => {
  const reached = reachedFrom(fileOf(id));
  return READERS.some((reader) => reached.has(reader));
};

describe('the routes that the tests of sharing visit', () => {
  it('are all there are, and a new one that is not named among them is found', () => {
    expect(unregisteredRoutes()).toEqual([]);
    expect(unregisteredRoutes(['people.$handle.secrets.tsx'])).toEqual(['routes/people.$handle.secrets']);
  });

  it('are found to read: a profile, a list, a count, one’s own settings, the register of a network', () => {
    for (const id of ['people.$handle', 'people._index', '_index', 'settings.profile', 'unity._index'])
      expect([id, reads(`routes/${id}`)]).toEqual([id, true]);
  });

  it('leave out none that reads anything', () => {
    expect(NOBODY.filter(reads)).toEqual([]);
  });

  it('leave out none that has a page or an answer of its own to someone who only looks', () => {
    const shows = (id: string) => {
      const source = readFileSync(join(import.meta.dirname, '../../..', fileOf(id)), 'utf8');
      const sendsOn = source.replace(/^export const loader = \([^)]*\) =>\s+redirect\([^;]*\);$/m, '');
      return /^export default\b|^export \{.*\b(?:default|loader)\b|\bloader =|\bfunction loader\b/m.test(sendsOn);
    };
    expect(ACTIONS_ONLY.filter(shows)).toEqual([]);
  });

  it.each(registeredPaths())('$id is asked at the door of its own', ({ id, path }) => {
    expect(new URL(asData(path) ?? '/', 'http://hub').searchParams.get('_data')).toBe(id);
  });
});

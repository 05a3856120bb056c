import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../scripts/hub/commands';
import { FAULTY_ROWS, volunteerCsv } from '../../factories/csv';
import { useHub } from '../../setup/hub';

useHub();
const folder = mkdtempSync(join(tmpdir(), 'hub-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function hubImport(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = (await COMMANDS.import?.run(args, (line) => lines.push(line))) ?? -1;
  return { code, lines };
}

describe('hub import', () => {
  it('says what it read, what it left out, what needs a look, and counts in the last line', async () => {
    const path = fileOf('groups.csv', volunteerCsv(FAULTY_ROWS));
    const { code, lines } = await hubImport('groups', path, '--map', 'Email=ignore', '--source', 'A made-up list');
    expect(code).toBe(0);
    expect(lines[0]).toBe('groups.csv: UTF-8, parted by comma, source "A made-up list"');
    expect(lines).toContain('kept out: Latitude (0 filled), Longitude (0 filled), Email (1 filled)');
    expect(lines).toEqual(
      expect.arrayContaining([
        'not placed exactly: 5',
        'suspected duplicates: 3',
        'skipped: 2',
        'topics kept as proposals: 4',
      ]),
    );
    expect(lines.at(-1)).toBe('12 rows: 10 created, 0 changed, 2 skipped');
  });

  it('shows control characters of a file instead of obeying them', async () => {
    const path = fileOf('hostile.csv', 'Name,"Bad\u001b]0;x\u0007"\n"Turned\u202ename\u001b[31m",x\n');
    const { lines } = await hubImport('groups', path, '--dry-run');
    expect(lines.join('\n')).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(lines.join('\n')).toContain('Turned\\u202ename[31m');
  });

  it('refuses 200 MB at once in one line', async () => {
    const path = fileOf('large.csv', 'Name\n');
    truncateSync(path, 200 * 1024 * 1024);
    const began = performance.now();
    await expect(hubImport('groups', path)).rejects.toThrow(
      'The file has 200 MB; an import takes at most 50 MB. Split it and import the parts.',
    );
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([
    ['a file that is not there', ['groups', join(folder, 'absent.csv')], /^There is no file /],
    ['a folder', ['groups', folder], / is not a file\.$/],
    ['no file', ['groups'], /^Say what to import and from which file\.$/],
    ['another kind', ['toolkits', 'a.csv'], /^Say what to import and from which file\.$/],
    ['an unknown switch', ['groups', 'a.csv', '--force'], /^Say what to import and from which file\.$/],
  ])('tells in one line about %s', async (_name, args, message) => {
    await expect(hubImport(...args)).rejects.toThrow(message);
  });
});

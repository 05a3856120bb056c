import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'hub-bench-smoke-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('npm run bench measures a small hub and prints its table', () => {
  const args = ['--people', '80', '--rounds', '1', '--seconds', '0.2', '--only', 'interest', '--data', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bench/run.mjs', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('## 80 people');
  for (const viewer of ['visitor', 'member']) expect(stdout).toMatch(new RegExp(`\\| ${viewer} \\| interest \\| \\d`));
  expect(stdout).toMatch(/None of [1-9]\d* statements read a table of more than 10,000 rows without an index/);
}, 180_000);

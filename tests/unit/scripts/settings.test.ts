import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readSettings } from '../../../scripts/lib/settings.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'settings-'));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['HUB_TRIED_A', 'HUB_TRIED_B']) delete process.env[name];
});

it('takes settings from a file, the environment before it, and needs none', () => {
  process.env.HUB_TRIED_A = 'said';
  writeFileSync(path.join(folder, '.env'), '# ours\nHUB_TRIED_A=written\nHUB_TRIED_B="two words"\n');
  readSettings(path.join(folder, '.env'));
  readSettings(path.join(folder, 'none'));
  expect([process.env.HUB_TRIED_A, process.env.HUB_TRIED_B]).toEqual(['said', 'two words']);
});

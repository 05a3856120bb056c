import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLE_NAMES } from '../../../db/urls.server';
import type { TestDatabase } from '../../setup/database';
import { TEST_SECRET } from '../../setup/global';

const ROOT = join(import.meta.dirname, '../../..');

/** Runs the built `hub` command as a process of its own on a database of the tests; wants `npm run build` to have run. */
export function hubChild(database: TestDatabase, args: string[]): { process: ChildProcess; ended: Promise<Ended> } {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-child-'));
  const explicit = ROLE_NAMES.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, database.urls[role]]);
  const code = `import('./build/server/hub.js').then(({ main }) => main(${JSON.stringify(args)})).then((code) => process.exit(code))`;
  const child = spawn(process.execPath, ['-e', code], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HUB_DATA_DIR: dataDir,
      HUB_SECRET: TEST_SECRET,
      DATABASE_URL: database.urls.owner,
      ...Object.fromEntries(explicit),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('exit', (exitCode) => {
      rmSync(dataDir, { recursive: true, force: true });
      resolve({ code: exitCode, out, err });
    }),
  );
  return { process: child, ended };
}

export interface Ended {
  /** Null if it was killed. */
  code: number | null;
  out: string;
  err: string;
}

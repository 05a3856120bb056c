import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startSession } from '~/auth/session.server';
import { ROLE_NAMES } from '../../db/urls.server';
import type { TestDatabase } from './database';
import { TEST_SECRET } from './global';

const ROOT = join(import.meta.dirname, '../..');

export interface Served {
  origin: string;
  process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** The built hub as a process of its own on a database of the tests; wants `npm run build` to have run. */
export async function serveBuilt(database: TestDatabase, more: Record<string, string> = {}): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-served-'));
  const explicit = Object.fromEntries(
    ROLE_NAMES.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, database.urls[role]]),
  );
  const child = spawn(process.execPath, ['-e', "import('./build/server/server.js').then((server) => server.serve())"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: '0',
      HUB_DATA_DIR: dataDir,
      HUB_SECRET: TEST_SECRET,
      DATABASE_URL: database.urls.owner,
      ...explicit,
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const found = /^(https?:\/\/\S+)$/m.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    child.once('exit', () => reject(new Error(`The hub did not start: ${said}`)));
  });
  return {
    origin,
    process: child,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Serves the built hub for a test file, on the database that `useHub` opened before. */
export function useServed(hub: { database: () => TestDatabase }): { origin: () => string } {
  let served: Served;
  beforeAll(async () => {
    served = await serveBuilt(hub.database());
  });
  afterAll(() => served?.stop());
  return { origin: () => served.origin };
}

/** The cookie of a fresh session of an account. */
export async function cookieOf(accountId: string): Promise<string> {
  const cookie = await startSession(accountId, 'console');
  return cookie.slice(0, cookie.indexOf(';'));
}

/** One response as its reader sees it, without what differs from one response to the next for everybody: nonce and date. */
export async function read(
  origin: string,
  path: string,
  cookie?: string | null,
): Promise<{ status: number; whole: string; body: string }> {
  const response = await fetch(origin + path, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
  const body = (await response.text()).replaceAll(/nonce="[^"]*"/g, 'nonce=""');
  const headers = [...response.headers]
    .filter(([name]) => name !== 'date' && name !== 'content-length')
    .map(([name, value]) => `${name}: ${value.replaceAll(/'nonce-[^']*'/g, "'nonce'")}`);
  return { status: response.status, body, whole: [response.status, ...headers, '', body].join('\n') };
}

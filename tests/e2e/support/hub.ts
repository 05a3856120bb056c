import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { run } from './run-folder';

export const origin = (): string => readFileSync(run().originFile, 'utf8');

export interface Where {
  dataDir: string;
  origin: string;
  /** The checkout its command runs from; this one unless said. */
  root?: string;
  env?: Record<string, string>;
}

/** The hub that all tests share. */
export const shared = (): Where => ({ dataDir: run().dataDir, origin: origin() });

/** Runs `hub COMMAND` on a running hub and answers what it printed; a failure throws with what it said. */
export function hub({ dataDir, origin, root = run().root, env }: Where, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/hub.mjs', ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HUB_DATA_DIR: dataDir,
      HUB_ORIGIN: origin,
      ...env,
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`hub ${args[0]} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

/** A fresh sign-in link for an account. */
export function signInLink(email: string): string {
  const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(hub(shared(), 'sign-in-link', email))?.[0];
  if (!link) throw new Error(`No sign-in link for ${email}`);
  return link;
}

/** The address of one of the demo's 400 people, by their place in the written list. */
export const demoAddress = (number: number): `${string}@${string}` =>
  `person-${String(number).padStart(3, '0')}@example.org`;

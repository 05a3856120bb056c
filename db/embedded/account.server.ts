import { execFileSync } from 'node:child_process';
import { chownSync, lchownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from './error.server';

/** The system account PostgreSQL runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where root keeps what the other account must reach: nobody else can write there. */
export const SYSTEM_FOLDER = '/var/lib/commonweave';

function lookUp(name: string): Account | undefined {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root: root lends it the account that owns the cluster, else `postgres`, else `nobody`.
 * @returns undefined when this process is not root, so that PostgreSQL runs under the same account
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new EmbeddedError(
    'PostgreSQL does not run as root, and this system has neither a postgres nor a nobody account.',
  );
}

/** Whether the account may enter a folder and every folder above it. */
export function mayEnter(folder: string, account: Account): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** A folder below the system folder that root owns; refused when someone else could have put things there. */
export function systemFolder(name: string): string {
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(SYSTEM_FOLDER);
  if (uid !== 0 || mode & 0o022)
    throw new EmbeddedError(`${SYSTEM_FOLDER} must belong to root and be writable for root alone.`);
  return path.join(SYSTEM_FOLDER, name);
}

/** Makes a folder that only the account can read. */
export function privateFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Gives a folder and all that is in it to the account. */
export function giveTo(folder: string, account: Account): void {
  lchownSync(folder, account.uid, account.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(path.join(folder, name), account.uid, account.gid);
  }
}

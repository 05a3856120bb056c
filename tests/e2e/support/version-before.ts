import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run-folder';

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: run().root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

const KNOWS_ITS_LIFE = 'tests/e2e/life.spec.ts';

/** Whether a commit can do everything that the life of a network needs. */
function isWhole(commit: string): boolean {
  try {
    git('cat-file', '-e', `${commit}:${KNOWS_ITS_LIFE}`);
    return true;
  } catch {
    return false;
  }
}

/** The commit before the newest migration, so that its data meet a changed schema; failing that the one before this. */
function commitBefore(): string | null {
  try {
    const [changed] = git('log', '-1', '--format=%P', '--', 'db/migrations').split(' ');
    return changed && isWhole(changed) ? changed : git('rev-parse', '--verify', 'HEAD~1');
  } catch {
    return null;
  }
}

/** Every package that a checkout has locked, with its version. */
function locked(checkout: string): Map<string, string> {
  const { packages } = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  return new Map(Object.entries(packages).flatMap(([place, { version }]) => (place ? [[place, version]] : [])));
}

/** Whether one checkout has all packages of another, which may then borrow them; else the start script installs its own. */
function holdsAll(checkout: string, other: string): boolean {
  const held = locked(checkout);
  return [...locked(other)].every(([place, version]) => held.get(place) === version);
}

/**
 * Lays out the version before in an empty folder, ready to start.
 * @returns its commit, or null where the checkout has no history
 */
export function layOutVersionBefore(folder: string): string | null {
  const commit = commitBefore();
  if (!commit) return null;
  const { root } = run();
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  if (holdsAll(root, folder)) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return commit;
}

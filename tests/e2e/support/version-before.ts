import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run-folder';

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: run().root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The commit before the newest migration: whoever upgrades from it meets a changed schema. */
function commitBefore(): string | null {
  try {
    return git('log', '-1', '--format=%P', '--', 'db/migrations').split(' ')[0] || null;
  } catch {
    return null;
  }
}

/**
 * Lays out the version before the newest migration in an empty folder, ready to start.
 * @returns its commit, or null where the checkout has no such history
 */
export function layOutVersionBefore(folder: string): string | null {
  const commit = commitBefore();
  if (!commit) return null;
  const { root } = run();
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  // The same packages are borrowed; with others the start script installs its own.
  const lock = (of: string) => readFileSync(join(of, 'package-lock.json'), 'utf8');
  if (lock(folder) === lock(root)) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return commit;
}

import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.server';

const kept = (dataDir: string) => join(dataDir, 'secret');
const waiting = (dataDir: string) => join(dataDir, 'secret.restored');
const aside = (dataDir: string) => join(dataDir, 'secret.from-backup');

function write(path: string, secret: string): string {
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flush: true });
  chmodSync(path, 0o600);
  return path;
}

/**
 * Lays the secret of a backup ready, before the restore is committed. Where the operator set HUB_SECRET to another one,
 * only they can change it.
 * @returns a line about what they should do, if anything
 */
export function layReady(secret: string): string | undefined {
  const { dataDir, HUB_SECRET, secret: present } = env();
  rmSync(waiting(dataDir), { force: true });
  if (secret === present) return undefined;
  if (HUB_SECRET === undefined) {
    write(waiting(dataDir), secret);
    return undefined;
  }
  const path = write(aside(dataDir), secret);
  return `HUB_SECRET is another than the backup's. Set it to what stands in ${path}, or addresses of people who were erased are not known again.`;
}

/** Puts the secret that was laid ready in place; the one before stays beside it. False if there is none. */
export function takeReadySecret(): boolean {
  const { dataDir } = env();
  if (!existsSync(waiting(dataDir))) return false;
  if (existsSync(kept(dataDir))) renameSync(kept(dataDir), join(dataDir, 'secret.before-restore'));
  renameSync(waiting(dataDir), kept(dataDir));
  return true;
}

import { cpSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { accountFor, giveTo, SYSTEM_FOLDER } from './account.server';
import { placeFor, prepareDataFolder } from './cluster.server';

/** Copies the cluster of a data folder whose server is stopped to another data folder, which must not hold one. */
export function copyCluster(from: string, to: string): void {
  const source = realpathSync(path.join(from, 'postgres'));
  const dataDir = path.resolve(to);
  prepareDataFolder(dataDir);
  const account = accountFor(source);
  const place = placeFor(dataDir, account);
  const target = path.join(place, 'postgres');
  mkdirSync(target, { mode: 0o700 });
  cpSync(source, target, { recursive: true, preserveTimestamps: true });
  if (account) giveTo(target, account);
  if (place !== dataDir) symlinkSync(target, path.join(dataDir, 'postgres'));
}

/** Removes a data folder whose server is stopped, and its cluster when that had to be placed elsewhere. */
export function removeDataFolder(dataDir: string): void {
  const cluster = path.join(dataDir, 'postgres');
  const place = existsSync(cluster) ? path.dirname(realpathSync(cluster)) : '';
  if (place.startsWith(`${SYSTEM_FOLDER}/data-`)) rmSync(place, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

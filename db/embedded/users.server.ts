import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { signature, signerRuns } from './lock.server.mjs';

const folderOf = (dataDir: string) => path.join(dataDir, 'postgres.users');

/** Notes that this process uses the database; the answer takes the note back. */
export function register(dataDir: string): () => void {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const file = path.join(folderOf(dataDir), `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(file, signature());
  return () => rmSync(file, { force: true });
}

/** How many users of the database still run; notes of dead ones are removed. */
export function countUsers(dataDir: string): number {
  let names: string[] = [];
  try {
    names = readdirSync(folderOf(dataDir));
  } catch {
    return 0;
  }
  return names.filter((name) => {
    const file = path.join(folderOf(dataDir), name);
    const runs = signerRuns(file);
    if (!runs) rmSync(file, { force: true });
    return runs;
  }).length;
}

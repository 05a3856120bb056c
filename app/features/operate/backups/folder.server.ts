import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBeginning } from '#db/backup/is-backup.server';
import { env } from '~/lib/env.server';
import { timeOf } from './rotation';

/** Where daily backups lie; the tombstones lie beside them. */
export function backupsFolder(): string {
  const folder = join(env().dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export interface BackupLine {
  name: string;
  /** ISO 8601. */
  time: string;
  bytes: number;
  encrypted: boolean;
}

/** Nothing where there is no folder, or something else in its place: making a backup then says why it cannot. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The daily backups, newest first. */
export async function dailyBackups(): Promise<BackupLine[]> {
  const folder = join(env().dataDir, 'backups');
  const lines: BackupLine[] = [];
  for (const name of namesIn(folder)) {
    const time = timeOf(name);
    if (!time) continue;
    const begins = await readBeginning(join(folder, name)).catch(() => null);
    if (begins?.format !== 1) continue;
    const { size } = statSync(join(folder, name));
    lines.push({ name, time: time.toISOString(), bytes: size, encrypted: begins.facts.encrypted !== null });
  }
  return lines.sort((a, b) => (a.time < b.time ? 1 : -1));
}

export interface Failure {
  /** ISO 8601. */
  at: string;
  /** One plain line without anything personal in it. */
  why: string;
}

let remembered: Failure | null | undefined;
const failureFile = () => join(env().dataDir, 'backups', 'last-failure.json');

/** Why the last daily backup could not be made; null if it could. */
export function lastFailure(): Failure | null {
  if (remembered !== undefined) return remembered;
  try {
    return JSON.parse(readFileSync(failureFile(), 'utf8')) as Failure;
  } catch {
    return null;
  }
}

/** Remembers a failure beyond this process where the disk lets it. */
export function noteFailure(failure: Failure | null): void {
  remembered = failure;
  try {
    if (failure) writeFileSync(failureFile(), JSON.stringify(failure), { mode: 0o600 });
    else rmSync(failureFile(), { force: true });
  } catch {
    // A full disk, most likely: the page reads what this process remembers.
  }
}

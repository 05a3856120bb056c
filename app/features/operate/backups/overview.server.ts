import { relative } from 'node:path';
import { join } from 'node:path/posix';
import type { Viewer } from '~/auth/viewer';
import { env } from '~/lib/env.server';
import { projectRoot } from '~/lib/root.server';
import { type BackupLine, dailyBackups, type Failure, lastFailure } from './folder.server';

export interface BackupsOverview {
  backups: BackupLine[];
  failure: Failure | null;
  /** Whether this hub makes one a day, and whether it encrypts them. */
  daily: boolean;
  encrypts: boolean;
  /** What the machine's owner types to put the newest one back. */
  command: string | null;
}

/** The daily backups of this hub, for operators: never a file's content. */
export async function backupsOverview(_viewer: Viewer): Promise<BackupsOverview> {
  const { HUB_BACKUPS, HUB_BACKUP_PASSPHRASE, dataDir } = env();
  const backups = await dailyBackups();
  const [newest] = backups;
  const below = relative(projectRoot(), dataDir);
  const folder = join(below.startsWith('..') ? dataDir : below, 'backups');
  return {
    backups,
    failure: lastFailure(),
    daily: HUB_BACKUPS,
    encrypts: HUB_BACKUP_PASSPHRASE !== undefined,
    command: newest ? `npm run hub -- restore ${join(folder, newest.name)} --replace` : null,
  };
}

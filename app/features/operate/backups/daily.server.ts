import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBackup } from '#db/backup/read.server';
import { makeBackup } from '#db/backup/snapshot.server';
import { env } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';
import { log, logError } from '~/lib/log.server';
import { backupsFolder, dailyBackups, noteFailure } from './folder.server';
import { nameFor, toDelete } from './rotation';

const HOUR = 3_600_000;
/** Few people are about then, by the machine's clock. */
const QUIET_HOUR = 3;

/** Whether it is time: the last one is over a day old, or a quiet hour has come and the last one is from yesterday. */
export function isDue(last: Date | undefined, now: Date): boolean {
  const age = last ? now.getTime() - last.getTime() : Number.POSITIVE_INFINITY;
  return age >= 24 * HOUR || (age >= 20 * HOUR && now.getHours() === QUIET_HOUR);
}

/** Deletes half files that a killed process left: on a disk they fill, no backup would be made any more. */
function clearHalves(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((each) => /^hub-.*\.backup\.part$/.test(each)))
    if (now.getTime() - statSync(join(folder, name)).mtimeMs > HOUR) rmSync(join(folder, name));
}

/** Makes a backup, reads it again from its beginning to its end, and only then lets older ones go. */
async function make(ownerUrl: string, now: Date): Promise<void> {
  const { HUB_BACKUP_PASSPHRASE: passphrase, secret } = env();
  const folder = backupsFolder();
  const file = join(folder, nameFor(now));
  clearHalves(folder, now);
  const { bytes, rows } = await makeBackup({ ownerUrl, file, passphrase, secret });
  await openBackup(file, async () => passphrase ?? '');
  for (const name of toDelete(readdirSync(folder))) rmSync(join(folder, name));
  noteFailure(null);
  log(`Backup made: ${rows} rows, ${bytes} bytes, ${passphrase === undefined ? 'not encrypted' : 'encrypted'}.`);
}

/**
 * Makes the daily backup if it is due. Of several servers on one database that are due at once, one makes it. A failure
 * is logged, kept for the operators' page, and tried again at the next call.
 * @returns whether one was made
 */
export async function dailyBackup(ownerUrl: string, now = new Date()): Promise<boolean> {
  try {
    const [newest] = await dailyBackups();
    if (!isDue(newest && new Date(newest.time), now)) return false;
    await make(ownerUrl, now);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return false;
    const why = error instanceof DomainError ? error.message : 'The database or the disk did not answer as it should.';
    noteFailure({ at: now.toISOString(), why });
    logError('Daily backup', error);
    return false;
  }
}

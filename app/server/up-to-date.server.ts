import { sql } from 'drizzle-orm';
import { RESTORED } from '#db/backup/restore.server';
import { replayDepartures } from '~/auth/replay-departures.server';
import { replayTombstones } from '~/auth/tombstones.server';
import { replayDelisted } from '~/features/claims/delist.server';
import { StartError } from '~/lib/env.server';
import { takeReadySecret } from '~/lib/restored-secret.server';
import type { Unit } from '~/sharing/command.server';
import { ensureProjections } from '~/sharing/edition.server';
import { carryOverOnce } from '~/sharing/ledger/carry-over.server';

/** After a restore, and once only: whoever was erased or asked to leave since the backup goes again, and every group that was removed. */
async function endRestore(unit: Unit, log: (line: string) => void): Promise<boolean> {
  const restored = await unit.db.execute(sql`delete from ref.dataset where name = ${RESTORED} returning name`);
  if (restored.length === 0) return false;
  // The restore was killed between its commit and its last step. The roles' passwords come from the secret.
  if (takeReadySecret()) throw new StartError('The restore that was broken off is complete now. Start again.');
  const erased = await replayTombstones(unit);
  if (erased > 0) log(`Erased again, as they had asked after this backup was made: ${erased}.`);
  const leaving = await replayDepartures(unit);
  if (leaving > 0) log(`Hidden again, as they asked to leave after this backup was made: ${leaving}.`);
  const removed = await replayDelisted(unit);
  if (removed > 0) log(`Groups removed again, as they had asked after this backup was made: ${removed}.`);
  return true;
}

/**
 * Does what a restore or a new version of the software leaves to the next start, before anything is shown: enters choices
 * that are older than the ledger of consents into it, obeys the tombstones, and works out anew what everyone may see. Broken off, it is done by the start after that.
 */
export const bringUpToDate = (log: (line: string) => void): Promise<void> =>
  ensureProjections(log, async (unit) => {
    const entered = await carryOverOnce(unit);
    if (entered > 0) log(`Entered into the ledger of consents, as they are older than it: ${entered} choices.`);
    return endRestore(unit, log);
  });

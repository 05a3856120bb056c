import { resolve } from 'node:path';
import { databaseReason } from '#db/backup/fault';
import { type Backup, openBackup } from '#db/backup/read.server';
import { restoreBackup } from '#db/backup/restore.server';
import { secretCheck } from '#db/backup/secret';
import { findDatabase } from '#db/prepare.server';
import { env, loadEnv } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';
import { layReady, takeReadySecret } from '~/lib/restored-secret.server';
import { type Command, UsageError } from '../command';
import { aside } from '../output';
import { givePassphrase } from '../passphrase';
import { withDatabase } from '../with-database';

const OTHER_SECRET =
  'This backup was made with another secret, which is not in it. Bring the file `secret` along from the old data folder, or addresses of people who were erased are not known again.';

const PUT_BACK = 'The backup is in the database, but what everyone may see could not be worked out:';
const NEXT = 'Free some space: the next start goes on by itself, or restore again.';

function readArgs(args: string[]): { file: string; replace: boolean } {
  const [file, ...more] = args.filter((word) => word !== '--replace');
  if (!file || file.startsWith('--') || more.length > 0) throw new UsageError('Give one file name.');
  return { file: resolve(file), replace: args.includes('--replace') };
}

/** @returns what remains to be said about the hub's secret */
async function putInPlace(backup: Backup, replace: boolean): Promise<string | undefined> {
  const database = await findDatabase(env(), aside);
  let advice = secretCheck(env().secret) === backup.header.secretCheck ? undefined : OTHER_SECRET;
  try {
    await restoreBackup(database.urls.owner, backup, {
      replace,
      log: aside,
      beforeCommit: (files) => {
        const secret = files.get('secret');
        if (secret) advice = layReady(secret.toString('utf8'));
      },
    });
    takeReadySecret();
    return advice;
  } finally {
    await database.stop();
  }
}

/** `hub restore`: the file is read to its end before anything is touched. */
export const restore: Command = {
  usage: 'restore FILE [--replace]',
  about:
    'Puts a backup into an empty hub, or with --replace in place of what a hub holds. The hub must not be running.',
  alone: true,
  async run(args, say) {
    const { file, replace } = readArgs(args);
    loadEnv();
    const backup = await openBackup(file, givePassphrase);
    const of = `${backup.header.network || 'a hub'}, ${backup.facts.created.slice(0, 16).replace('T', ' ')} UTC`;
    aside(`${file} is whole: ${of}, ${backup.rows} rows.`);
    const advice = await putInPlace(backup, replace);
    await withDatabase(async () => undefined).catch((error) => {
      const reason = databaseReason(error);
      throw reason ? new DomainError('unavailable', `${PUT_BACK} ${reason}. ${NEXT}`) : error;
    });
    if (advice) aside(advice);
    say(`Restored ${of}: ${backup.rows} rows. Everyone signs in again.`);
    return 0;
  },
};

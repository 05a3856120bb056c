import { resolve } from 'node:path';
import { makeBackup } from '#db/backup/snapshot.server';
import { findDatabase } from '#db/prepare.server';
import { loadEnv } from '~/lib/env.server';
import { type Command, UsageError } from '../command';
import { aside } from '../output';
import { choosePassphrase } from '../passphrase';
import { sizeOf } from '../size';

const OPEN = 'It is not encrypted: keep it where nobody else can read it. The secret of this hub is not in it.';

/** `hub backup`: of the database as it is, so that it can be made before an upgrade has changed anything. */
export const backup: Command = {
  usage: 'backup FILE',
  about: 'Writes everything the hub was told into one file; encrypted if HUB_BACKUP_PASSPHRASE is set, or asked for.',
  alone: true,
  async run(args, say) {
    const [name, ...more] = args;
    if (!name || more.length > 0) throw new UsageError('Give one file name.');
    const env = loadEnv();
    const passphrase = await choosePassphrase();
    const database = await findDatabase(env, aside);
    try {
      const file = resolve(name);
      const { bytes, rows } = await makeBackup({ ownerUrl: database.urls.owner, file, passphrase, secret: env.secret });
      if (passphrase === undefined) aside(OPEN);
      say(`${file}: ${rows} rows, ${sizeOf(bytes)}, ${passphrase === undefined ? 'not encrypted' : 'encrypted'}`);
      return 0;
    } finally {
      await database.stop();
    }
  },
};

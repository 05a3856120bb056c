import { env, PASSPHRASE_LENGTH } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';

/** Asks at the terminal, without showing what is typed. */
async function ask(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const keys of stdin.iterator({ destroyOnReturn: false })) {
      for (const key of String(keys)) {
        if (key === '\r' || key === '\n') return typed;
        if (key === '\u0003' || key === '\u0004') throw new DomainError('invalid', 'Broken off. Nothing was touched.');
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

/** The passphrase for a new backup: HUB_BACKUP_PASSPHRASE, or asked twice; undefined for none. */
export async function choosePassphrase(): Promise<string | undefined> {
  const set = env().HUB_BACKUP_PASSPHRASE;
  if (set !== undefined || !process.stdin.isTTY) return set;
  for (;;) {
    const first = await ask('Passphrase (nothing: the backup is not encrypted): ');
    if (first === '') return undefined;
    if (first.length < PASSPHRASE_LENGTH) process.stderr.write(`At least ${PASSPHRASE_LENGTH} characters, please.\n`);
    else if ((await ask('The same once more: ')) === first) return first;
    else process.stderr.write('The two differ.\n');
  }
}

/** The passphrase of an encrypted backup: HUB_BACKUP_PASSPHRASE, or asked. @throws DomainError if there is nobody to ask */
export async function givePassphrase(): Promise<string> {
  const set = env().HUB_BACKUP_PASSPHRASE;
  if (set !== undefined) return set;
  if (!process.stdin.isTTY)
    throw new DomainError('invalid', 'This backup is encrypted: set HUB_BACKUP_PASSPHRASE. Nothing was touched.');
  return ask('Passphrase of the backup: ');
}

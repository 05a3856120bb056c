import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, accountFor, mayEnter, privateFolder, systemFolder } from './account.server';
import { type Binaries, programEnv } from './binaries.server';
import { EmbeddedError, fromOutput } from './error.server';

const run = promisify(execFile);
const PASSWORD_FILE = 'superuser-password';

/** A cluster on disk: its real folder and the password of its superuser. */
export interface Cluster {
  folder: string;
  password: string;
}

/** Makes the data folder and proves that it can be written. An account lent by root may pass through it, not list it. */
export function prepareDataFolder(dataDir: string): void {
  const asRoot = process.getuid?.() === 0;
  const wanted = asRoot ? 0o711 : 0o700;
  try {
    mkdirSync(dataDir, { recursive: true, mode: wanted });
  } catch (error) {
    // Asked for the whole path, Node calls a read-only file system "absent": the last step alone tells.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') mkdirSync(dataDir, { mode: wanted });
    throw error;
  }
  const { mode, uid } = statSync(dataDir);
  if (asRoot && uid === 0 && (mode & 0o011) !== 0o011) chmodSync(dataDir, (mode & 0o777) | 0o011);
  const probe = path.join(dataDir, `.probe-${process.pid}`);
  writeFileSync(probe, 'x');
  rmSync(probe);
}

/** The cluster of a data folder, or undefined when there is none yet. */
export function readCluster(dataDir: string): Cluster | undefined {
  const link = path.join(dataDir, 'postgres');
  if (!existsSync(path.join(link, 'PG_VERSION'))) {
    const found = lstatSync(link, { throwIfNoEntry: false });
    if (found?.isSymbolicLink() && !existsSync(link)) {
      throw new EmbeddedError(
        `The database folder ${link} points to a folder that is gone: put it back, or remove the link to begin anew.`,
      );
    }
    if (found && (!found.isDirectory() || readdirSync(link).length > 0)) {
      throw new EmbeddedError(`The folder ${link} is not a PostgreSQL database, or this account may not read it.`);
    }
    return undefined;
  }
  const folder = realpathSync(link);
  if (!existsSync(path.join(folder, PASSWORD_FILE))) {
    throw new EmbeddedError(`The database in ${folder} cannot be opened: its file ${PASSWORD_FILE} is missing.`);
  }
  return { folder, password: readFileSync(path.join(folder, PASSWORD_FILE), 'utf8').trim() };
}

/** Refuses a cluster of another major version: its files cannot be read by these programs. */
export function assertVersion(cluster: Cluster, binaries: Binaries): void {
  const made = readFileSync(path.join(cluster.folder, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.major) return;
  throw new EmbeddedError(
    `The database in ${cluster.folder} was made by PostgreSQL ${made}, this version brings ${binaries.major}: back it up with the version that made it, then restore here.`,
  );
}

/** Where a new cluster goes: the data folder, or a folder of the system when the account cannot reach that. */
export function placeFor(dataDir: string, account: Account | undefined): string {
  if (!account || mayEnter(dataDir, account)) return dataDir;
  const place = systemFolder(`data-${randomBytes(6).toString('hex')}`);
  mkdirSync(place, { mode: 0o711 });
  return place;
}

/** Creates the cluster in a folder of its own and moves it into place when it is whole. */
export async function createCluster(dataDir: string, binaries: Binaries, durable: boolean): Promise<Cluster> {
  const account = accountFor(path.join(dataDir, 'postgres'));
  for (const name of readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))) {
    rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
  const place = placeFor(dataDir, account);
  const draft = path.join(place, `postgres.new-${process.pid}`);
  const password = randomBytes(24).toString('hex');
  try {
    privateFolder(draft, account);
    const passwordFile = path.join(draft, PASSWORD_FILE);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    const data = path.join(draft, 'data');
    const options = [
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ];
    options.push(
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    );
    await run(binaries.initdb, ['-D', data, ...options], { ...account, cwd: '/', env: programEnv }).catch((error) => {
      throw fromOutput(
        `${error.stderr ?? ''}${error.stdout ?? ''}` || String(error.message),
        dataDir,
        'The database could not be created',
      );
    });
    renameSync(passwordFile, path.join(data, PASSWORD_FILE));
    const target = path.join(place, 'postgres');
    renameSync(data, target);
    if (place !== dataDir) symlinkSync(target, path.join(dataDir, 'postgres'));
    return { folder: realpathSync(target), password };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

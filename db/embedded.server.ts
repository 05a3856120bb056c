import { statSync } from 'node:fs';
import path from 'node:path';
import { accountFor, giveTo } from './embedded/account.server';
import { findBinaries } from './embedded/binaries.server';
import { assertVersion, createCluster, prepareDataFolder, readCluster } from './embedded/cluster.server';
import { asEmbeddedError, EmbeddedError } from './embedded/error.server';
import { acquireLock } from './embedded/lock.server.mjs';
import { keepShort, rotate } from './embedded/log-file.server';
import { findRunning, launch, superuserUrl, terminate } from './embedded/process.server';
import { countUsers, register } from './embedded/users.server';

export { copyCluster, removeDataFolder } from './embedded/copies.server';
export { EmbeddedError };

export interface EmbeddedPostgres {
  /** postgres://postgres:PASSWORD@127.0.0.1:PORT/postgres */
  superuserUrl: string;
  port: number;
  /** Whether this call started the server, or took over one that nobody used any more. */
  startedHere: boolean;
  /** Ends this use. The last user stops the server; while others use it, it stays. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The cluster lives in its folder `postgres`, the log is `postgres.log`. */
  dataDir: string;
  /** false gives up safety against power loss for speed: for tests. */
  durable?: boolean;
  log?: (line: string) => void;
}

/** Under the lock: the running server, started if there is none. */
async function ensureRunning(dataDir: string, durable: boolean, log: (line: string) => void) {
  const found = readCluster(dataDir);
  const running = found && (await findRunning(found));
  if (found && running) return { cluster: found, running, startedHere: countUsers(dataDir) === 0 };

  const binaries = await findBinaries(accountFor(path.join(dataDir, 'postgres')));
  if (found) assertVersion(found, binaries);
  else log(`Creating the database in ${path.join(dataDir, 'postgres')}`);
  const cluster = found ?? (await createCluster(dataDir, binaries, durable));
  const logFile = path.join(dataDir, 'postgres.log');
  rotate(logFile);
  const account = accountFor(cluster.folder);
  // Root copied or restored the folder by hand: it is handed to the account that will read it.
  if (account && statSync(cluster.folder).uid === 0) giveTo(cluster.folder, account);
  log('Starting PostgreSQL');
  return { cluster, running: await launch({ cluster, binaries, account, durable, logFile }), startedHere: true };
}

async function leave(dataDir: string, folder: string, unregister: () => void): Promise<void> {
  // On a full disk there is no lock to be had: the server is stopped all the same.
  const release = await acquireLock(path.join(dataDir, 'postgres.lock')).catch(() => () => {});
  try {
    unregister();
    if (countUsers(dataDir) === 0) await terminate(folder);
  } finally {
    release();
  }
}

/**
 * Starts the PostgreSQL of a data folder, or uses the one that serves it already. Any number of processes may; one starts it.
 * @throws EmbeddedError one plain line: folder read-only, disk full, platform without binaries, other major version, …
 */
export async function startEmbedded({
  dataDir,
  durable = true,
  log = () => {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(dataDir);
  let release = () => {};
  try {
    prepareDataFolder(folder);
    release = await acquireLock(path.join(folder, 'postgres.lock'), {
      onWait: () => log('Another process is starting the database: waiting'),
    });
    const { cluster, running, startedHere } = await ensureRunning(folder, durable, log);
    const unregister = register(folder);
    const endLogWatch = keepShort(path.join(folder, 'postgres.log'));
    let stopped: Promise<void> | undefined;
    return {
      superuserUrl: superuserUrl(cluster, running.port),
      port: running.port,
      startedHere,
      stop() {
        endLogWatch();
        stopped ??= leave(folder, cluster.folder, unregister);
        return stopped;
      },
    };
  } catch (error) {
    throw asEmbeddedError(error, folder);
  } finally {
    release();
  }
}

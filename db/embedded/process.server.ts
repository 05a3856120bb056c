import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Account } from './account.server';
import { type Binaries, programEnv } from './binaries.server';
import type { Cluster } from './cluster.server';
import { EmbeddedError, fromOutput } from './error.server';
import { processStamp } from './lock.server.mjs';

/** A running PostgreSQL. */
export interface Running {
  pid: number;
  port: number;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '60',
  max_wal_size: '512MB',
  min_wal_size: '32MB',
  jit: 'off',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log must not hold what people wrote: no statements, no values of rows.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};
// Several hubs at once share a cluster that is not durable, each with all of its connections.
const volatileSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export function superuserUrl(cluster: Cluster, port: number): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/** What postmaster.pid says: process, port, and the state ("starting", "ready", "stopping", …). */
function readPidFile(folder: string): (Running & { state: string }) | undefined {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** Whether the process is a PostgreSQL on this folder, and not another one that was given the same number. */
function isServerOf(pid: number, folder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || processStamp(pid) === undefined) return false;
  try {
    if (existsSync(`/proc/${pid}/cmdline`)) {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)) return true;
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const sql = postgres(superuserUrl(cluster, port), { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql`select current_setting('data_directory') as folder`;
    return row?.folder === cluster.folder;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/**
 * The PostgreSQL that already serves the cluster, if it really answers with our password. Waits for one that is starting or stopping;
 * what a dead one left behind is cleared away.
 * @throws EmbeddedError when one holds the folder and never answers
 */
export async function findRunning(cluster: Cluster, patienceMs = 60_000): Promise<Running | undefined> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = readPidFile(cluster.folder);
    if (!found) return undefined;
    if (!isServerOf(found.pid, cluster.folder)) {
      rmSync(path.join(cluster.folder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.state === 'ready' && (await answers(cluster, found.port))) return { pid: found.pid, port: found.port };
    if (Date.now() > deadline) {
      throw new EmbeddedError(
        `PostgreSQL (process ${found.pid}) holds ${cluster.folder} but does not answer: stop it, then start again.`,
      );
    }
    await sleep(50);
  }
}

/** A port nobody listens on now. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      reject(new EmbeddedError(`No port on 127.0.0.1 can be used for the database: ${error.message}`)),
    );
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

interface LaunchOptions {
  cluster: Cluster;
  binaries: Binaries;
  account: Account | undefined;
  durable: boolean;
  logFile: string;
}

/** One try: the running server, or what it wrote before it gave up. */
async function tryLaunch({ cluster, binaries, account, durable, logFile }: LaunchOptions): Promise<Running | string> {
  const port = await freePort();
  const before = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const output = openSync(logFile, 'a', 0o600);
  const options = Object.entries({ ...settings, ...(durable ? {} : volatileSettings) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const child = spawn(binaries.postgres, ['-D', cluster.folder, '-p', String(port), ...options], {
    ...account,
    cwd: '/',
    env: programEnv,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let ended = '';
  child.once('error', (error) => {
    ended = `FATAL: ${error.message}`;
  });
  child.once('exit', () => {
    ended ||= readFileSync(logFile).subarray(before).toString() || 'FATAL: it ended at once';
  });
  child.unref();
  while (!ended) {
    const found = readPidFile(cluster.folder);
    if (found && found.pid === child.pid && found.state === 'ready') {
      // From here on its end is no failed start, and its log may be gone with the folder.
      child.removeAllListeners('exit');
      return { pid: found.pid, port };
    }
    await sleep(10);
  }
  return ended;
}

/**
 * Starts PostgreSQL and waits until it is ready, however long a recovery takes.
 * @throws EmbeddedError with the reason from its log
 */
export async function launch(options: LaunchOptions): Promise<Running> {
  const deadline = Date.now() + 20_000;
  for (let tries = 1; ; tries++) {
    const result = await tryLaunch(options);
    if (typeof result !== 'string') return result;
    const portTaken = /could not create any TCP\/IP sockets|Address already in use/.test(result) && tries < 5;
    // The processes of a killed server need a moment to notice and go.
    const remains =
      /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(result) &&
      Date.now() < deadline;
    if (!portTaken && !remains)
      throw fromOutput(result, options.cluster.folder, `PostgreSQL did not start (${options.logFile})`);
    await sleep(100);
  }
}

/** Stops the PostgreSQL that serves a folder: open connections are closed, the data is written; returns when the process is gone. */
export async function terminate(folder: string): Promise<void> {
  const pid = readPidFile(folder)?.pid ?? 0;
  const signals: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ];
  for (const [signal, patienceMs] of signals) {
    if (!isServerOf(pid, folder)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline && processStamp(pid) !== undefined) await sleep(10);
  }
}

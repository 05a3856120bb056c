/** Locks between processes on one machine, as files that name their holder. Plain JavaScript: start-up scripts use it too. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmdirSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** @param {() => unknown} act */
function quietly(act) {
  try {
    act();
  } catch {
    // Someone else was faster: what was to be removed is gone.
  }
}

/**
 * When a process started, in a form that tells it from a later one with the same number.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs (a zombie does not run); '' when it cannot be told
 */
export function processStamp(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[18];
  } catch {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** The line by which this process signs a file. */
export function signature() {
  return JSON.stringify({ pid: process.pid, stamp: processStamp(process.pid) ?? '' });
}

/**
 * Whether the process that signed a file still runs.
 * @param {string} file
 */
export function signerRuns(file) {
  try {
    const { pid, stamp } = JSON.parse(readFileSync(file, 'utf8'));
    const now = processStamp(pid);
    return now !== undefined && (!now || !stamp || now === stamp);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false;
    // Half written: its writer is at it, unless that was a while ago.
    return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > Date.now() - 5000;
  }
}

/**
 * Creates a file signed by this process; false when it exists.
 * @param {string} file
 */
function sign(file) {
  let handle;
  try {
    handle = openSync(file, 'wx', 0o644);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, signature());
    return true;
  } catch (error) {
    quietly(() => unlinkSync(file));
    throw error;
  } finally {
    closeSync(handle);
  }
}

/**
 * Removes a lock whose holder died. Only one process at a time may, or a late one would remove its successor's lock.
 * @param {string} file
 */
function removeStale(file) {
  const guard = `${file}.stale`;
  try {
    mkdirSync(guard);
  } catch {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10_000) quietly(() => rmdirSync(guard));
    return;
  }
  if (!signerRuns(file)) quietly(() => unlinkSync(file));
  quietly(() => rmdirSync(guard));
}

/**
 * Waits until this process holds the lock; a lock of a process that no longer runs is taken over.
 * @param {string} file
 * @param {{ timeoutMs?: number, onWait?: () => void }} [options] `onWait` is called once, when there is something to wait for
 * @returns {Promise<() => void>} the function that gives it back
 */
export async function acquireLock(file, { timeoutMs = 120_000, onWait } = {}) {
  const deadline = Date.now() + timeoutMs;
  let told = false;
  while (!sign(file)) {
    if (!signerRuns(file)) {
      removeStale(file);
      await sleep(5);
      continue;
    }
    if (Date.now() > deadline)
      throw new Error(`another process holds ${file} for more than ${Math.round(timeoutMs / 1000)} s`);
    if (!told) onWait?.();
    told = true;
    await sleep(40);
  }
  let held = true;
  return () => {
    if (held) quietly(() => unlinkSync(file));
    held = false;
  };
}

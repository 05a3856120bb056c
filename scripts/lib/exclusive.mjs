import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock, processStamp, signerRuns } from '../../db/embedded/lock.server.mjs';
import { at } from './root.mjs';

/**
 * Does work that two starts must not do at once. `isDone` is asked again after waiting. `work` is given a function to name the process that
 * does it: killed, we leave that process behind, and the next start waits for its end.
 */
export async function exclusively(name, { isDone, work, say }) {
  mkdirSync(at('.cache'), { recursive: true });
  const worker = at('.cache', `${name}.worker`);
  const release = await acquireLock(at('.cache', `${name}.lock`), {
    timeoutMs: 900_000,
    onWait: () => say(`Waiting for another start to ${name} …`),
  });
  try {
    while (signerRuns(worker)) await sleep(200);
    if (isDone()) return;
    await work((pid) => writeFileSync(worker, JSON.stringify({ pid, stamp: processStamp(pid) ?? 'gone' })));
  } finally {
    rmSync(worker, { force: true });
    release();
  }
}

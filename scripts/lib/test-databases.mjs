import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStamp } from '../../db/embedded/lock.server.mjs';
import { at } from './root.mjs';

/** Test databases live in .cache/run-PID and .cache/making-PID, named after the process that made them. */
const pattern = /^(run|making)-(\d+)/;

/** Ends the PostgreSQL on a folder, without the care for data that nobody will read. */
async function stopServer(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const commandLine = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : folder;
  if (!(pid > 1) || processStamp(pid) === undefined || !commandLine.includes(folder)) return;
  process.kill(pid, 'SIGQUIT');
  for (let waited = 0; waited < 5000 && processStamp(pid) !== undefined; waited += 20) await sleep(20);
}

async function removeCluster(cluster) {
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) return;
  const folder = realpathSync(cluster);
  await stopServer(folder);
  // A cluster that had to be placed outside the checkout goes as well.
  const outside = /^\/var\/lib\/commonweave\/data-[0-9a-f]+\/postgres$/.test(folder);
  rmSync(outside ? path.dirname(folder) : folder, { recursive: true, force: true });
}

/** Removes the test databases of runs that ended without doing so. */
export async function removeTestDatabases() {
  const names = existsSync(at('.cache')) ? readdirSync(at('.cache')).filter((name) => pattern.test(name)) : [];
  for (const name of names) {
    if (processStamp(Number(pattern.exec(name)[2])) !== undefined) continue;
    const inner = readdirSync(at('.cache', name), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of [at('.cache', name), ...inner.map((entry) => at('.cache', name, entry.name))]) {
      await removeCluster(path.join(folder, 'postgres'));
    }
    rmSync(at('.cache', name), { recursive: true, force: true });
  }
}

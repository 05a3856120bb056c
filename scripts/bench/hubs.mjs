import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, OneLine } from '../lib/root.mjs';
import { multiply } from './multiply.mjs';

const environment = (dataDir) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  PORT: '0',
  HUB_DATA_DIR: dataDir,
  HUB_DEMO: '0',
});

function hub(dataDir, args, more = {}) {
  const options = { cwd: at(), env: { ...environment(dataDir), ...more }, encoding: 'utf8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/hub.mjs', ...args], options);
  if (status !== 0) throw new OneLine(`hub ${args[0]} failed: ${stderr}`);
  return stdout;
}

/** As many people as are written through the hub; of more, what their readers see is multiplied. */
const WRITTEN = 100_000;

/** The data folder of a hub with so many made-up people; filled at the first time and kept for the next. */
export async function populated(folder, people, say) {
  const dataDir = path.join(folder, String(people));
  const done = path.join(dataDir, 'populated');
  if (existsSync(done)) return dataDir;
  say(`Making a hub of ${people} people in ${dataDir} …`);
  const written = Math.min(people, WRITTEN);
  const groups = Math.max(20, Math.round(written / 33));
  hub(dataDir, ['populate', '--people', `${written}`, '--groups', `${groups}`, '--seed', '1']);
  if (people > written) {
    const running = await realHub(dataDir);
    await multiply(databaseUrl(dataDir), Math.round(people / written), say).finally(running.stop);
  }
  writeFileSync(done, '');
  return dataDir;
}

/** Starts a process that tells its parent its ports, or a hub that prints its address. */
function started(child, wanted) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('message', (ports) => resolve(ports));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const found = wanted?.exec(said)?.[0];
        if (found) resolve(found);
      });
    }
    child.once('exit', (code) => reject(new OneLine(`A server ended with ${code}: ${said.slice(-500)}`)));
  });
}

const stopper = (child) => () =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });

/** The real hub, as `npm start` runs it; `more` is environment of its own. */
export async function realHub(dataDir, more = {}) {
  const child = spawn(process.execPath, ['-e', "import('./build/server/server.js').then((server) => server.serve())"], {
    cwd: at(),
    env: { ...environment(dataDir), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await started(child, /^https?:\/\/\S+$/m);
  return { origin: origin.replace('localhost', '127.0.0.1'), named: origin, pid: child.pid, stop: stopper(child) };
}

/** Another server of this folder; its ports by name. */
export async function server(file, ...args) {
  const child = spawn(process.execPath, [at('scripts/bench', file), ...args], {
    cwd: at(),
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return { ports: await started(child), pid: child.pid, stop: stopper(child) };
}

/** The cookie of a made-up member who signs in by a link from the console. */
export async function memberCookie(dataDir, origin) {
  const link = /https?:\/\/\S+/.exec(
    hub(dataDir, ['sign-in-link', 'populated-1@example.org'], { HUB_ORIGIN: origin }),
  )?.[0];
  const response = await fetch(link.replace('localhost', '127.0.0.1'), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith('hub_session='));
  if (!cookie) throw new OneLine(`Signing in answered ${response.status}.`);
  return cookie.split(';')[0];
}

/** The address of the hub's database for its superuser. */
export function databaseUrl(dataDir) {
  const password = readFileSync(path.join(dataDir, 'postgres/superuser-password'), 'utf8').trim();
  const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://postgres:${password}@127.0.0.1:${port}/commonweave`;
}

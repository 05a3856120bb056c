import { type ChildProcess, spawn } from 'node:child_process';
import { run } from './run-folder';

/** Milliseconds in which the version before may install packages of its own, build and load a demo on a slow machine. */
const PATIENCE = 600_000;

export interface HubProcess {
  origin: string;
  /** One sign-in link per demo role, as the console prints them. */
  links: Record<string, string>;
  stop(): Promise<void>;
}

function answered(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`The hub did not start in time: ${said}`)), PATIENCE);
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!/^https?:\/\/\S+$/m.test(said)) return;
      clearTimeout(late);
      resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => reject(new Error(`The hub did not start: ${said}`)));
  });
}

/**
 * Starts the hub as its owner does, on a free port: with the demo network in an empty data folder unless `more` says
 * otherwise. `root` is the checkout it runs from, this one unless said.
 */
export async function startHub(
  dataDir: string,
  more: Record<string, string> = {},
  root = run().root,
): Promise<HubProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', PORT: '0', HUB_DATA_DIR: dataDir, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches it through us, and only once.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Whatever ends us, the hub goes too.
  process.once('exit', () => child.kill('SIGTERM'));
  const said = await answered(child);
  return {
    origin: /^https?:\/\/\S+$/m.exec(said)?.[0] ?? '',
    links: Object.fromEntries([...said.matchAll(/^\s+(\w+):\s+(https?:\S+)$/gm)].map(([, role, link]) => [role, link])),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

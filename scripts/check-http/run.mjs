import '../lib/node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../lib/free-port.mjs';
import { OneLine, runScript } from '../lib/root.mjs';

const NAMED = 'https://hub.example.org';
const PAIRS = 300;
const PEOPLE = 300;

await runScript(async () => {
  const { handleSignals } = await import('../lib/processes.mjs');
  const { ensureInstalled } = await import('../lib/install.mjs');
  const { ensureBuilt } = await import('../lib/build.mjs');
  const { populated, realHub } = await import('../bench/hubs.mjs');
  const { headerFindings } = await import('./headers.mjs');
  const { timingFindings } = await import('./timed-forms.mjs');
  handleSignals();
  await ensureInstalled(console.log);
  await ensureBuilt(console.log);
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-http-'));
  const faults = [];
  const say = (line, good) => {
    console.log(`${good ? 'ok     ' : 'failed '}${line}`);
    if (!good) faults.push(line);
  };
  try {
    const dataDir = await populated(folder, PEOPLE, console.log);
    const port = await freePort();
    // As behind a proxy that ends HTTPS: what the hub sends is what a browser gets.
    const hub = await realHub(dataDir, { PORT: `${port}`, HUB_ORIGIN: NAMED, TRUST_PROXY: '1', HUB_LINK_CHECKS: '0' });
    try {
      const asked = { at: `http://127.0.0.1:${port}`, origin: NAMED };
      await headerFindings(asked, say);
      await timingFindings({ ...asked, dataDir, pairs: PAIRS }, say);
    } finally {
      await hub.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (faults.length > 0) throw new OneLine(`${faults.length} of the checks failed.`);
  process.exit(0);
});

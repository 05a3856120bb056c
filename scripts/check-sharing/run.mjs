import '../lib/node-version.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at, OneLine, runScript } from '../lib/root.mjs';
import { summaryOf } from './summary.mjs';

/** Cases of each pure property; what runs on a database grows as much against `npm test`. */
const CASES = '10000';
/** Milliseconds that one test may take. */
const PATIENCE = 3 * 60 * 60 * 1000;

function wantedCases() {
  try {
    const { values } = parseArgs({ options: { cases: { type: 'string', default: CASES } } });
    if (!(Number(values.cases) >= 1)) throw new Error('no number');
    return Number(values.cases);
  } catch {
    throw new OneLine('npm run check:sharing -- [--cases 10000]');
  }
}

/** What the tests told of their work; nothing if none of them came so far. */
function toldIn(file) {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

await runScript(async () => {
  const { handleSignals } = await import('../lib/processes.mjs');
  const { ensureInstalled } = await import('../lib/install.mjs');
  const { ensureBuilt } = await import('../lib/build.mjs');
  const { runVitest } = await import('../lib/suites.mjs');
  const { removeTestDatabases } = await import('../lib/test-databases.mjs');
  const wanted = wantedCases();
  handleSignals(removeTestDatabases);
  await ensureInstalled(console.log);
  await removeTestDatabases();
  await ensureBuilt(console.log);

  mkdirSync(at('.cache/reports'), { recursive: true });
  const file = at('.cache/reports', `sharing-${process.pid}.jsonl`);
  rmSync(file, { force: true });
  const env = { HUB_SHARING_CASES: `${wanted}`, HUB_SHARING_REPORT: file };
  const asked = ['tests/unit/sharing', 'tests/sharing', `--testTimeout=${PATIENCE}`];
  const { passed, failed, failures } = await runVitest(['unit', 'integration'], env, asked);
  await removeTestDatabases();
  const told = toldIn(file);
  rmSync(file, { force: true });
  const { lines, held } = summaryOf(told, { passed, failed });
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `- ${name}`).join('\n')}`);
  console.log(`\n${lines.join('\n')}`);
  process.exitCode = held ? 0 : 1;
});

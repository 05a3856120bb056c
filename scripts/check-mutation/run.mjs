import '../lib/node-version.mjs';
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at, OneLine, runScript } from '../lib/root.mjs';
import { EQUIVALENT } from './equivalent.mjs';
import { survivorsOf } from './survivors.mjs';

/** Percent of the mutants that the tests have to find. */
const LEAST = 90;
/** Cases of each property for each mutant. */
const CASES = '100';

const HOME = 'scripts/check-mutation';
const STRYKER = `${HOME}/node_modules/@stryker-mutator/core`;

/** Files to mutate; none stands for all that the settings name. */
function wantedFiles() {
  try {
    return parseArgs({ allowPositionals: true, options: {} }).positionals;
  } catch {
    throw new OneLine('npm run check:mutation -- [FILE …]');
  }
}

const versionIn = (file, version) => {
  try {
    return version(JSON.parse(readFileSync(at(file), 'utf8')));
  } catch {
    return undefined;
  }
};

/** Installs Stryker beside its own lock file: 167 packages that nothing else needs, and that a hub is installed without. */
async function ensureStryker(npm, reasonIn) {
  const wanted = versionIn(`${HOME}/package.json`, ({ dependencies }) => dependencies['@stryker-mutator/core']);
  if (versionIn(`${STRYKER}/package.json`, ({ version }) => version) === wanted) return;
  console.log(`Installing Stryker ${wanted} …`);
  // Its own Vitest would be a second one: the runner takes the one of the hub.
  const options = ['--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await npm(['ci', '--prefix', at(HOME), ...options]);
  if (code !== 0) throw new OneLine(`Stryker could not be installed: ${reasonIn(output)}`);
}

await runScript(async () => {
  const files = wantedFiles();
  const { handleSignals, runNode } = await import('../lib/processes.mjs');
  const { ensureInstalled, npm, reasonIn } = await import('../lib/install.mjs');
  handleSignals();
  await ensureInstalled(console.log);
  await ensureStryker(npm, reasonIn);
  const compiled = await runNode(at('scripts/lib/compile-messages.mjs'), []);
  if (compiled.code !== 0) throw new OneLine(compiled.output);
  const file = at('.cache/reports/mutation.json');
  rmSync(file, { force: true });
  const options = { show: true, env: { HUB_SHARING_CASES: CASES, HUB_MESSAGES_COMPILED: '1', VITEST: '1' } };
  const args = ['run', `${HOME}/stryker.config.mjs`, ...(files.length > 0 ? ['--mutate', files.join()] : [])];
  const { code } = await runNode(at(STRYKER, 'bin/stryker.js'), args, options);
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new OneLine(`Stryker ended with ${code} and wrote no report.`);
  }
  const { score, survivors, outdated } = survivorsOf(report, EQUIVALENT);
  for (const { file: where, at: line, line: text, replacement, why } of survivors)
    console.log(
      `${why ? 'equivalent' : 'survived  '} ${where}:${line} ${text} → ${replacement}${why ? `: ${why}` : ''}`,
    );
  for (const { file: where, line } of outdated) console.log(`outdated   ${where} ${line}`);
  console.log(`${score.toFixed(1)} % of the mutants were found out (goal ${LEAST} %).`);
  process.exitCode = score >= LEAST && survivors.every(({ why }) => why) && outdated.length === 0 ? 0 : 1;
});

import '../lib/node-version.mjs';
import { readFileSync, rmSync } from 'node:fs';
import { at, OneLine, runScript } from '../lib/root.mjs';
import { EQUIVALENT } from './equivalent.mjs';
import { survivorsOf } from './survivors.mjs';

/** Percent of the mutants that the tests have to find. */
const LEAST = 90;
/** Cases of each property for each mutant. */
const CASES = '200';

await runScript(async () => {
  const { handleSignals, runNode } = await import('../lib/processes.mjs');
  const { ensureInstalled } = await import('../lib/install.mjs');
  handleSignals();
  await ensureInstalled(console.log);
  const compiled = await runNode(at('scripts/lib/compile-messages.mjs'), []);
  if (compiled.code !== 0) throw new OneLine(compiled.output);
  const file = at('.cache/reports/mutation.json');
  rmSync(file, { force: true });
  const options = { show: true, env: { HUB_SHARING_CASES: CASES, HUB_MESSAGES_COMPILED: '1', VITEST: '1' } };
  const args = ['run', 'scripts/check-mutation/stryker.config.mjs'];
  const { code } = await runNode(at('node_modules/@stryker-mutator/core/bin/stryker.js'), args, options);
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

import { existsSync } from 'node:fs';
import { runNode } from './processes.mjs';
import { at } from './root.mjs';

const tool = (name) => at('node_modules', name);

const first = { name: 'messages compile', script: at('scripts/lib/compile-messages.mjs'), args: [] };

/** Longest first: two run at a time. */
const checks = [
  {
    name: 'types',
    script: tool('typescript/bin/tsc'),
    args: ['--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'],
  },
  {
    name: 'lint',
    script: tool('@biomejs/biome/bin/biome'),
    args: ['check', '--colors=off', '--diagnostic-level=error'],
  },
  { name: 'imports', script: at('scripts/lib/imports.mjs'), args: [] },
  { name: 'messages complete', script: at('scripts/lib/messages.mjs'), args: [] },
  { name: 'lock file', script: at('scripts/lib/lock.mjs'), args: ['--check'] },
].filter(({ script }) => existsSync(script));

const unit = { name: 'unit tests', script: tool('vitest/vitest.mjs'), args: ['run', '--project', 'unit'] };

async function runCheck({ name, script, args }, say) {
  const began = Date.now();
  const { code, output } = await runNode(script, args, { env: { NO_COLOR: '1', HUB_MESSAGES_COMPILED: '1' } });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`${code === 0 ? 'ok    ' : 'failed'} ${name} (${seconds} s)`);
  if (code !== 0) say(output.trimEnd());
  return { name, ok: code === 0 };
}

/** Runs the checks, two at a time; answers how many { passed, failed }, and which. */
export async function runChecks(say, { withUnit }) {
  const compiled = await runCheck(first, say);
  const queue = withUnit ? [checks[0], unit, ...checks.slice(1)] : [...checks];
  const results = [compiled];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await runCheck(next, say));
  };
  await Promise.all([worker(), worker()]);
  const failures = results.filter(({ ok }) => !ok).map(({ name }) => `check: ${name}`);
  return { passed: results.length - failures.length, failed: failures.length, failures };
}

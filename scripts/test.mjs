import './lib/node-version.mjs';

const { OneLine, runScript } = await import('./lib/root.mjs');
const SUITES = ['unit', 'integration', 'e2e'];

function wantedSuites(args) {
  const flag = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (flag < 0) return SUITES;
  const only = args[flag]?.split('=')[1] ?? args[flag + 1];
  if (SUITES.includes(only)) return [only];
  throw new OneLine(`--only takes one of ${SUITES.join(', ')}`);
}

await runScript(async () => {
  const { handleSignals } = await import('./lib/processes.mjs');
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const { runChecks } = await import('./lib/checks.mjs');
  const { runPlaywright, runVitest } = await import('./lib/suites.mjs');
  const { removeTestDatabases } = await import('./lib/test-databases.mjs');
  const say = (line) => console.log(line);
  const suites = wantedSuites(process.argv.slice(2));
  handleSignals(removeTestDatabases);

  await ensureInstalled(say);
  await removeTestDatabases();
  if (suites.length > 1 || !suites.includes('unit')) await ensureBuilt(say);
  const env = suites.includes('e2e') ? { CHROMIUM_PATH: await ensureChromium(say) } : {};

  const results = [];
  if (suites.length > 1) results.push(await runChecks(say, { withUnit: false }));
  const projects = suites.filter((suite) => suite !== 'e2e');
  if (projects.length > 0) results.push(await runVitest(projects, env));
  if (suites.includes('e2e')) results.push(await runPlaywright(env));
  await removeTestDatabases();

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `- ${name}`).join('\n')}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
});

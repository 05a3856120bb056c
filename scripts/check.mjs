import './lib/node-version.mjs';

const { runScript } = await import('./lib/root.mjs');

await runScript(async () => {
  const { handleSignals } = await import('./lib/processes.mjs');
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { runChecks } = await import('./lib/checks.mjs');
  handleSignals();
  await ensureInstalled(console.log);
  const { failed } = await runChecks(console.log, { withUnit: true });
  process.exit(failed > 0 ? 1 : 0);
});

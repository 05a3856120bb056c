import './lib/node-version.mjs';

const { runScript } = await import('./lib/root.mjs');

await runScript(async () => {
  const { handleSignals } = await import('./lib/processes.mjs');
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  handleSignals();
  await ensureInstalled(console.log);
  await ensureBuilt(console.log);
  console.log('The build is up to date');
  process.exit(0);
});

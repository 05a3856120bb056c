import './lib/node-version.mjs';

const { keepCompiledCode, runScript } = await import('./lib/root.mjs');

await runScript(async () => {
  const { handleSignals } = await import('./lib/processes.mjs');
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { readSettings } = await import('./lib/settings.mjs');
  const giveBack = handleSignals();
  readSettings();
  // What a command prints is its answer: what we say goes to the side.
  const say = (line) => console.error(line);
  process.env.NODE_ENV ??= 'production';
  await ensureInstalled(say);
  await ensureBuilt(say);
  keepCompiledCode();
  const { main } = await import('../build/server/hub.js');
  giveBack();
  process.exitCode = await main(process.argv.slice(2));
});

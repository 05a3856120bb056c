import './lib/node-version.mjs';

const { keepCompiledCode, runScript } = await import('./lib/root.mjs');

await runScript(async () => {
  const [{ handleSignals }, { ensureInstalled }, { readSettings }] = await Promise.all([
    import('./lib/processes.mjs'),
    import('./lib/install.mjs'),
    import('./lib/settings.mjs'),
  ]);
  const giveBack = handleSignals();
  readSettings();
  const say = (line) => console.log(line);
  const dev = process.argv.includes('--dev');
  process.env.NODE_ENV ??= dev ? 'development' : 'production';
  await ensureInstalled(say);
  if (dev) {
    const { serveFromSources } = await import('./lib/dev.mjs');
    giveBack();
    await serveFromSources();
    return;
  }
  const { ensureBuilt } = await import('./lib/build.mjs');
  await ensureBuilt(say);
  keepCompiledCode();
  const { serve } = await import('../build/server/server.js');
  giveBack();
  await serve({ demo: () => import('../build/server/demo.js') });
});

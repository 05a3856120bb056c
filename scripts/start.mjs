import './lib/node-version.mjs';

const { keepCompiledCode, runScript } = await import('./lib/root.mjs');

await runScript(async () => {
  const [{ handleSignals }, { ensureInstalled }] = await Promise.all([
    import('./lib/processes.mjs'),
    import('./lib/install.mjs'),
  ]);
  const giveBack = handleSignals();
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

import { createServer } from 'vite';
import { root } from './root.mjs';

/** Serves from the sources through Vite, so that changes show at once. */
export async function serveFromSources() {
  const before = process.listeners('SIGTERM');
  const vite = await createServer({ root, appType: 'custom', server: { middlewareMode: true } });
  // The compiler that Remix keeps inside would end the process at SIGTERM before the hub has closed its database.
  for (const listener of process.listeners('SIGTERM')) {
    if (!before.includes(listener)) process.off('SIGTERM', listener);
  }
  const { serve } = await vite.ssrLoadModule('/app/server.ts');
  await serve({ vite, demo: () => vite.ssrLoadModule('/scripts/demo/load.ts') });
}

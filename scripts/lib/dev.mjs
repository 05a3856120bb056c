import { createServer } from 'vite';
import { root } from './root.mjs';

/** Serves from the sources through Vite, so that changes show at once. */
export async function serveFromSources() {
  const vite = await createServer({ root, appType: 'custom', server: { middlewareMode: true } });
  const { serve } = await vite.ssrLoadModule('/app/server.ts');
  await serve({ vite });
}

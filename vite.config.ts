import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { vitePlugin as remix } from '@remix-run/dev';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vite';
import { remixConfig } from './remix.config.js';

/** The server build holds our own entries beside Remix's, so that all of them share one copy of every module. */
function ownServerEntries(): Plugin {
  return {
    name: 'own-server-entries',
    config(_user, env): UserConfig | undefined {
      if (!env.isSsrBuild) return;
      return {
        build: {
          rollupOptions: {
            input: { server: 'app/server.ts', hub: 'scripts/hub/main.ts' },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      };
    },
  };
}

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './app/lib/messages/project.inlang',
      outdir: './app/lib/paraglide',
      strategy: ['baseLocale'],
      emitTsDeclarations: true,
    }),
    process.env.VITEST ? [] : [remix(remixConfig), ownServerEntries()],
  ],
  resolve: {
    alias: {
      '~': new URL('./app', import.meta.url).pathname,
      '#db': new URL('./db', import.meta.url).pathname,
      '#emails': new URL('./emails', import.meta.url).pathname,
    },
  },
  optimizeDeps: {
    exclude: ['postgres', 'drizzle-orm', 'lucia', 'resend', '@react-email/components', '@react-email/render'],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, cssMinify: true },
  ssr: { noExternal: [] },
});

import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { vitePlugin as remix } from '@remix-run/dev';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vite';
import { remixConfig } from './remix.config.js';
import { MESSAGES } from './scripts/lib/compile-messages.mjs';

/** The server build holds our own entries beside Remix's, so that all of them share one copy of every module. */
function ownServerEntries(): Plugin {
  return {
    name: 'own-server-entries',
    config(_user, env): UserConfig | undefined {
      if (!env.isSsrBuild) return;
      return {
        build: {
          rollupOptions: {
            input: { server: 'app/server.ts', hub: 'scripts/hub/main.ts', demo: 'scripts/demo/load.ts' },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      };
    },
  };
}

/** The generated messages would make plural rules anew at each use, which takes longer than the message. */
function keptPluralRules(): Plugin {
  const made = 'new Intl.PluralRules(locale, options)';
  const kept = `const pluralRules = {};
    const rulesOf = (locale, options) => (pluralRules[locale + JSON.stringify(options ?? {})] ??= ${made});\n`;
  return {
    name: 'kept-plural-rules',
    transform: (code, id) =>
      id.endsWith('/paraglide/registry.js') && code.includes(made)
        ? { code: kept + code.replace(made, 'rulesOf(locale, options)'), map: null }
        : null,
  };
}

export default defineConfig({
  plugins: [
    // Builds and tests compile the messages before: one for its memory, the others because the watcher keeps them from ending.
    process.env.HUB_MESSAGES_COMPILED || process.env.VITEST ? [] : paraglideVitePlugin(MESSAGES),
    process.env.VITEST ? [] : [keptPluralRules(), remix(remixConfig), ownServerEntries()],
  ],
  resolve: {
    alias: {
      '~': new URL('./app', import.meta.url).pathname,
      '#db': new URL('./db', import.meta.url).pathname,
      '#emails': new URL('./emails', import.meta.url).pathname,
    },
  },
  optimizeDeps: {
    exclude: [
      'postgres',
      'drizzle-orm',
      'lucia',
      '@simplewebauthn/server',
      'otpauth',
      'uqr',
      'bowser',
      'resend',
      '@react-email/components',
      '@react-email/render',
    ],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, cssMinify: true },
  ssr: { noExternal: [] },
});

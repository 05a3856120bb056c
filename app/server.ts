import * as build from 'virtual:remix/server-build';
import type { ServerBuild } from '@remix-run/node';
import type { ViteDevServer } from 'vite';
import { closeDatabase, openDatabase } from '#db/client.server';
import { prepareDatabase } from '#db/prepare.server';
import { announceServing } from '#db/serving.server';
import { takeOverLanguages } from '~/features/directory/network.server';
import { startLinkChecks } from '~/features/freshness/check-links.server';
import { startNotices } from '~/features/notices/clock.server';
import { startImports } from '~/features/operate/import-pages/background.server';
import { needsSetUp } from '~/features/operate/set-up/set-up-link.server';
import { env, loadEnv, StartError } from '~/lib/env.server';
import { log, logError } from '~/lib/log.server';
import { startMailWorker } from '~/lib/mail/worker.server';
import { inRounds } from '~/lib/rounds.server';
import { keepEffectiveDay } from '~/sharing/edition.server';
import { registerFeatures } from './registry.server';
import { type AppOptions, createApp as appOf } from './server/create-app.server';
import { startDailyBackups } from './server/daily-backup.server';
import { type DemoModule, demoSignInLinks, loadDemoIfEmpty } from './server/demo.server';
import { startHousekeeping } from './server/housekeeping.server';
import { listen } from './server/listen.server';
import { Shutdown } from './server/shutdown.server';
import { starting } from './server/starting.server';
import { bringUpToDate } from './server/up-to-date.server';

export { build };

/** The HTTP application with the routes of this build. */
export const createApp = (options: Omit<AppOptions, 'build'> & { build?: AppOptions['build'] }) =>
  appOf({ build: build as unknown as ServerBuild, ...options });

/** How often the hub looks whether the day of a policy has come. */
const POLICY_ROUND = 300_000;

interface ServeOptions {
  vite?: ViteDevServer;
  /** Loads the module of the demo network. */
  demo?: () => Promise<DemoModule>;
}

async function start(shutdown: Shutdown, { vite, demo }: ServeOptions): Promise<void> {
  const { HOST, PORT, HUB_ORIGIN, TRUST_PROXY } = loadEnv();
  const listener = await listen(HOST, PORT, starting);
  shutdown.add(() => listener.close(5000));
  if (!HUB_ORIGIN) env().origin = `http://localhost:${listener.port}`;

  const database = await prepareDatabase(env(), log, (stop) => shutdown.add(stop));
  shutdown.add(await announceServing(database.urls.owner, log));
  openDatabase(database.urls);
  shutdown.add(closeDatabase);

  await registerFeatures();
  await bringUpToDate(log);
  await takeOverLanguages();
  if (demo) await loadDemoIfEmpty(demo, database.embedded, log);
  shutdown.add(startHousekeeping());
  shutdown.add(startImports());
  shutdown.add(startNotices());
  shutdown.add(inRounds('The day of a policy', () => keepEffectiveDay(log), POLICY_ROUND));
  if (env().HUB_LINK_CHECKS) shutdown.add(startLinkChecks());
  shutdown.add(startDailyBackups(database.urls.owner));
  const mail = startMailWorker();
  shutdown.add(() => mail.stop());

  listener.answerWith(
    createApp({
      origin: env().origin,
      trustProxy: TRUST_PROXY,
      ...(vite && {
        vite: vite.middlewares,
        build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
      }),
    }),
  );
  if (await needsSetUp()) log('This hub is not set up yet. Run: npm run hub -- set-up EMAIL');
  const links = demo ? await demoSignInLinks(demo) : [];
  if (links.length > 0) {
    log('The demo network is loaded. To begin a network of your own: npm run hub -- leave-demo');
    log('Sign in as (each link works once, within an hour):');
  }
  process.stdout.write(`${links.map((line) => `  ${line}\n`).join('')}\n${env().origin}\n`);
}

/**
 * Whether the hub can go on after an error nobody caught. postgres.js throws one when its server goes away while it
 * writes; its pool reconnects, and the queries concerned are rejected where they were made.
 */
function survive(error: unknown): boolean {
  logError('An error nobody caught', error);
  return error instanceof Error && /node_modules[\\/]postgres[\\/]/.test(error.stack?.split('\n')[1] ?? '');
}

/**
 * Serves until SIGTERM or SIGINT, then stops cleanly and ends the process with code 0.
 * A fault that the operator can mend is one line on the standard error, and code 1.
 */
export async function serve(options: ServeOptions = {}): Promise<void> {
  const shutdown = new Shutdown();
  const stop = async (code: number) => {
    await shutdown.run();
    await options.vite?.close();
    process.exit(code);
  };
  process.once('SIGTERM', () => stop(0));
  process.once('SIGINT', () => stop(0));
  process.on('unhandledRejection', (error) => logError('A background task failed', error));
  process.on('uncaughtException', (error) => survive(error) || stop(1));
  try {
    await start(shutdown, options);
  } catch (error) {
    // Whoever stops the hub while it starts takes the database from under it: that is no fault.
    if (shutdown.begun) return;
    if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
    else logError('The hub could not start', error);
    await stop(1);
  }
}

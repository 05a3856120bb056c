import { join } from 'node:path';
import { createRequestHandler, type RequestHandler as RemixHandler, type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { readerPool } from '#db/reader.server';
import { takeOverLanguages } from '~/features/directory/network.server';
import { accessLog } from '~/lib/http/access-log.server';
import { formBody } from '~/lib/http/body.server';
import { clientAddress } from '~/lib/http/client-address.server';
import { health } from '~/lib/http/health.server';
import { knownMethods, originGate } from '~/lib/http/origin-gate.server';
import { refuse } from '~/lib/http/refusal.server';
import { remixHandler } from '~/lib/http/remix-handler.server';
import { securityHeaders } from '~/lib/http/security-headers.server';
import { answerTimeout } from '~/lib/http/timeout.server';
import { urlCheck } from '~/lib/http/url-check.server';
import { log, logError } from '~/lib/log.server';
import { m } from '~/lib/paraglide/messages.js';
import { projectRoot } from '~/lib/root.server';
import { readRevision } from '~/sharing/revision.server';
import { foldRevision } from './housekeeping.server';
import { uploadLimit } from './import-uploads.server';
import { pageHandlers } from './page-handlers.server';
import { responseCache } from './response-cache.server';
import { routePatterns } from './route-patterns.server';
import { staticFiles } from './static-files.server';

export interface AppOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where browsers reach the hub; the only origin that forms may come from. */
  origin: string;
  trustProxy?: boolean;
  /** Paths other sites may post to, in place of the shipped list. */
  exempt?: readonly (string | RegExp)[];
  bodyLimit?: number;
  answerWithin?: number;
  clientFolder?: string;
  /** Vite's middleware, in development. */
  vite?: RequestHandler;
  databaseAnswers?: () => Promise<unknown>;
  /** Takes the lines of the access log. */
  log?: (line: string) => void;
}

const setsNoToken: compression.CompressionFilter = (req, res) =>
  res.getHeader('Set-Cookie') === undefined && compression.filter(req, res);

const privateUnlessSaid: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'private, no-store');
  next();
};

const unexpected: ErrorRequestHandler = (error, req, res, next) => {
  if (req.destroyed || res.headersSent) return void res.destroy();
  logError('A request failed', error);
  refuse(req, res, 500, () => m.errors_unexpected());
  void next;
};

/** In development: the routes as they are now. */
function anew(build: () => Promise<ServerBuild>): () => RemixHandler {
  const handler = createRequestHandler(build, 'development');
  return () => handler;
}

/** The HTTP application, not yet listening. The database has to be open, unless `databaseAnswers` stands in for it. */
export function createApp(options: AppOptions): Express {
  const { build, origin } = options;
  const client = options.clientFolder ?? join(projectRoot(), 'build/client');
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.disable('query parser');
  app.set('trust proxy', options.trustProxy ? 1 : false);

  app.use(clientAddress);
  app.use(securityHeaders({ origin, development: Boolean(options.vite) }));
  app.get('/healthz', health(options.databaseAnswers ?? (() => readerPool('public')`select 1`)));
  app.use(urlCheck);
  app.use(compression({ filter: setsNoToken }));
  if (options.vite) app.use(options.vite);
  app.use(staticFiles(client));

  app.use(accessLog(typeof build === 'function' ? (path) => path : routePatterns(build.routes), options.log ?? log));
  app.use(privateUnlessSaid);
  app.use(knownMethods);
  app.use(originGate({ origin, exempt: options.exempt }));
  app.use(answerTimeout(options.answerWithin ?? 30_000));
  app.use(formBody(options.bodyLimit, uploadLimit));
  if (!options.databaseAnswers && !options.vite) {
    app.use(
      responseCache({
        revision: () => readRevision(readerPool('public')),
        onReference: takeOverLanguages,
        onManyRows: () => foldRevision().catch((error) => logError('Folding the revision', error)),
      }),
    );
  }
  app.all('*', remixHandler({ handlerOf: typeof build === 'function' ? anew(build) : pageHandlers(build), origin }));
  app.use(unexpected);
  return app;
}

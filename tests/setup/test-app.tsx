import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import { Outlet, Scripts, useRouteError } from '@remix-run/react';
import { useContext } from 'react';
import * as entry from '~/entry.server';
import { currentRequest } from '~/lib/http/request-store.server';
import { NonceContext } from '~/lib/nonce';
import { getLocale } from '~/lib/paraglide/runtime.js';
import { type AppOptions, createApp } from '../../app/server/create-app.server';
import { remixConfig } from '../../remix.config.js';

export const ORIGIN = 'http://localhost:3000';

const root = {
  loader: (_args: LoaderFunctionArgs) => json({ locale: currentRequest()?.locale }),
  default: () => (
    <html lang={getLocale()}>
      <body>
        <Outlet />
        <Scripts nonce={useContext(NonceContext)} />
      </body>
    </html>
  ),
  ErrorBoundary: () => {
    const { status, data } = useRouteError() as { status?: number; data?: { message?: string } };
    return (
      <html lang={getLocale()}>
        <body>{`error ${status ?? 500} ${data?.message ?? ''}`}</body>
      </html>
    );
  },
};

type RouteModules = Record<string, object>;

/** A server build of a few routes, by their paths; '' is the index. */
export function testBuild(routes: RouteModules): ServerBuild {
  const all = Object.entries(routes).map(([path, module]) => ({
    id: `routes/${path}`,
    parentId: 'root',
    path: path || undefined,
    index: path === '',
    module,
  }));
  const list = [{ id: 'root', path: '', module: root }, ...all];
  const manifest = list.map(({ module, ...route }) => ({
    ...route,
    module: `/assets/${route.id}.js`,
    hasAction: 'action' in module,
    hasLoader: 'loader' in module,
    hasErrorBoundary: false,
    hasClientAction: false,
    hasClientLoader: false,
  }));
  const byId = (each: readonly { id: string }[]) => Object.fromEntries(each.map((route) => [route.id, route]));
  return {
    entry: { module: entry },
    routes: byId(list),
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: byId(manifest),
      url: '/assets/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: remixConfig.future,
    mode: 'production',
  } as unknown as ServerBuild;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  cookies: string[];
  text: string;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer | Record<string, string>;
}

/** The HTTP application over a few routes, on a port of its own. */
export async function startTestApp(routes: RouteModules, options: Partial<AppOptions> = {}) {
  const app = createApp({
    build: testBuild(routes),
    origin: ORIGIN,
    databaseAnswers: async () => 1,
    log: () => undefined,
    ...options,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  /** Sends exactly this; nothing is added but what HTTP needs. */
  function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    const form = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body);
    const bytes = form
      ? new URLSearchParams(body as Record<string, string>).toString()
      : (body as string | Buffer | undefined);
    const type: Record<string, string> = form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
    return new Promise((resolve, reject) => {
      const req = httpRequest(
        { host: '127.0.0.1', port, path, method, headers: { ...type, ...headers }, agent: false },
        (res) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk));
          res.on('error', reject);
          res.on('end', () =>
            resolve({
              status: res.statusCode ?? 0,
              headers: res.headers,
              cookies: res.headers['set-cookie'] ?? [],
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      req.on('error', reject);
      req.end(bytes);
    });
  }
  /** Posts a form as a page of ours does. */
  const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body, headers: { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', ...headers } });
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { ask, post, close, port };
}
export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

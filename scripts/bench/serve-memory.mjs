import { readFileSync } from 'node:fs';
import http from 'node:http';

/**
 * The routes and components of this build with what their loaders answered held in memory (argument 1: a file of answers
 * by address), and on a second port the emptiest page the framework can make. Both ports are told to the parent.
 */
process.env.NODE_ENV = 'production';
const { createApp, build } = await import('../../build/server/server.js');
const answers = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const origin = 'http://localhost:1';
const headers = { 'Content-Type': 'application/json; charset=utf-8' };
const held =
  (part) =>
  ({ request }) => {
    const { pathname, search } = new URL(request.url);
    const answer = answers[`${request.headers.get('cookie')} ${pathname}${search}`];
    if (!answer) return new Response('null', { status: 500, headers });
    return new Response(JSON.stringify(answer[part]), { headers });
  };

const withLoader = (id, loader) => ({
  [id]: { ...build.routes[id], module: { ...build.routes[id].module, loader } },
});
const inMemory = {
  ...build,
  routes: { ...build.routes, ...withLoader('root', held('root')), ...withLoader('routes/people._index', held('page')) },
};

const { createElement: h } = await import('react');
const { Outlet, Scripts } = await import('@remix-run/react');
const route = (id, parentId, module, more) => ({ id, parentId, module, ...more });
const bare = {
  root: route(
    'root',
    undefined,
    { default: () => h('html', null, h('body', null, h(Outlet), h(Scripts))) },
    { path: '' },
  ),
  'routes/people._index': route('routes/people._index', 'root', { default: () => null }, { path: 'people' }),
};
const manifest = Object.fromEntries(
  Object.entries(bare).map(([id, { module: _, ...rest }]) => [id, { ...build.assets.routes[id], ...rest }]),
);
const empty = { ...build, routes: bare, assets: { ...build.assets, routes: manifest } };

const listen = (app) =>
  new Promise((resolve) => {
    const server = http.createServer(app).listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
const options = { origin, databaseAnswers: async () => 1, log: () => undefined };
process.send({
  memory: await listen(createApp({ ...options, build: inMemory })),
  empty: await listen(createApp({ ...options, build: empty })),
});

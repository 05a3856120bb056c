import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';
import { fittingRoutes } from './fitting-routes.server';

const only = <T>(all: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));

function reduced(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const assets = { ...build.assets, routes: only(build.assets.routes, ids) };
  return { ...build, routes: only(build.routes, ids), assets };
}

/**
 * Finds the request handler for a path: that of the routes which could answer it, with their parents. Remix sorts and
 * compiles the patterns of every route it has several times per request, which costs more than many a page.
 */
export function pageHandlers(build: ServerBuild): (path: string) => RequestHandler {
  const fitting = fittingRoutes(build.routes);
  const roots = Object.keys(build.routes).filter((id) => build.routes[id]?.parentId === undefined);
  const known = new Map<string, RequestHandler>();
  return (path) => {
    const pages = fitting(path);
    const key = pages.map(({ id }) => id).join(' ');
    const found = known.get(key);
    if (found) return found;
    const ids = new Set([...roots, ...pages.flatMap(({ lineage }) => lineage)]);
    const made = createRequestHandler(reduced(build, ids), 'production');
    known.set(key, made);
    return made;
  };
}

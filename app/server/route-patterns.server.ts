import type { ServerBuild } from '@remix-run/node';
import { matchPath } from '@remix-run/react';
import { fittingRoutes } from './fitting-routes.server';

const variables = (pattern: string) => pattern.split(/[:*]/).length;

/**
 * Finds the pattern of the route that a path belongs to, such as `/people/:handle`; `(no page)` if there is none.
 * The log keeps the pattern instead of the path, so that neither names nor tokens get into it.
 */
export function routePatterns(routes: ServerBuild['routes']): (path: string) => string {
  const fitting = fittingRoutes(routes);
  return (path) =>
    fitting(path)
      .map(({ pattern }) => `/${pattern}`)
      .sort((a, b) => variables(a) - variables(b) || b.length - a.length)
      .find((pattern) => matchPath(pattern, path) !== null) ?? '(no page)';
}

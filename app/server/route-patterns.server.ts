import type { ServerBuild } from '@remix-run/node';
import { matchPath } from '@remix-run/react';

type Routes = ServerBuild['routes'];

function fullPath(routes: Routes, id: string): string {
  const route = routes[id];
  const parent = route?.parentId ? fullPath(routes, route.parentId) : '';
  return [parent, route?.path].filter(Boolean).join('/');
}

/**
 * Finds the pattern of the route that a path belongs to, such as `/people/:handle`; `(no page)` if there is none.
 * The log keeps the pattern instead of the path, so that neither names nor tokens get into it.
 */
export function routePatterns(routes: Routes): (path: string) => string {
  const patterns = [...new Set(Object.keys(routes).map((id) => `/${fullPath(routes, id)}`))];
  const variables = (pattern: string) => pattern.split(/[:*]/).length;
  patterns.sort((a, b) => variables(a) - variables(b) || b.length - a.length);
  return (path) => patterns.find((pattern) => matchPath(pattern, path) !== null) ?? '(no page)';
}

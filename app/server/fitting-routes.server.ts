import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

export interface FittingRoute {
  id: string;
  /** Ids from the route up to the root. */
  lineage: string[];
  /** Such as `people/:handle`; empty for the root. */
  pattern: string;
}

const lineageOf = (routes: Routes, id: string): string[] => {
  const parent = routes[id]?.parentId;
  return parent && routes[parent] ? [id, ...lineageOf(routes, parent)] : [id];
};

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean);

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function mayFit(pattern: string[], path: string[]): boolean {
  if (pattern.some((segment) => segment === '*' || segment.endsWith('?'))) return true;
  if (pattern.length !== path.length) return false;
  return pattern.every((segment, at) => segment.startsWith(':') || segment.toLowerCase() === path[at]?.toLowerCase());
}

/**
 * Finds the few routes that could fit a path: all that fit, and perhaps one with a splat or an optional part that does
 * not. Which of them answers is for Remix to say.
 */
export function fittingRoutes(routes: Routes): (path: string) => FittingRoute[] {
  const all = Object.keys(routes).map((id) => {
    const lineage = lineageOf(routes, id);
    const segments = [...lineage].reverse().flatMap((each) => segmentsOf(routes[each]?.path ?? ''));
    return { segments, route: { id, lineage, pattern: segments.join('/') } };
  });
  return (path) => {
    const asked = segmentsOf(path).map(decoded);
    return all.filter(({ segments }) => mayFit(segments, asked)).map(({ route }) => route);
  };
}

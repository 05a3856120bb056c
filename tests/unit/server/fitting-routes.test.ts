import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { describe, expect, it } from 'vitest';
import { fittingRoutes } from '../../../app/server/fitting-routes.server';
import { patternOf, routeFiles } from '../../setup/route-patterns';

type RouteObject = Parameters<typeof matchRoutes>[0][number];

const files = routeFiles();
const routes = Object.fromEntries([
  ['root', { id: 'root', path: '', module: {} }],
  ...files.map((file) => [file, { id: file, path: patternOf(file), parentId: 'root', module: {} }]),
]) as unknown as ServerBuild['routes'];
const tree: RouteObject[] = [
  { id: 'root', path: '', children: files.map((file) => ({ id: file, path: patternOf(file) })) },
];

const paths = files.flatMap((file) => {
  const path = `/${patternOf(file).replaceAll(/:\w+/g, 'some-one')}`;
  return [
    path,
    `${path}/`,
    path.toUpperCase(),
    `${path}/more`,
    path.replace('some-one', 'a%2Fb'),
    path.replace(/e/g, '%65'),
  ];
});

describe('the routes that could fit a path', () => {
  it('holds the one that Remix would choose among all, for every route there is', () => {
    const fitting = fittingRoutes(routes);
    for (const path of paths) {
      const chosen = matchRoutes(tree, path)?.at(-1)?.route.id;
      const few = fitting(path);
      expect(
        few.map(({ id }) => id),
        path,
      ).toContain(chosen);
      const among: RouteObject[] = [
        {
          id: 'root',
          path: '',
          children: few.filter(({ id }) => id !== 'root').map(({ id, pattern }) => ({ id, path: pattern })),
        },
      ];
      expect(matchRoutes(among, path)?.at(-1)?.route.id, path).toBe(chosen);
    }
  });

  it('are few', () => {
    const fitting = fittingRoutes(routes);
    for (const path of paths) expect(fitting(path).length, path).toBeLessThan(6);
  });
});

import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { routePatterns } from '../../../app/server/route-patterns.server';

const route = (id: string, path?: string, parentId = 'root') => [id, { id, path, parentId, module: {} }] as const;
const routes = Object.fromEntries([
  ['root', { id: 'root', path: '', module: {} }],
  route('routes/_index'),
  route('routes/people', 'people'),
  route('routes/people.$handle', ':handle', 'routes/people'),
  route('routes/sign-in_.$token', 'sign-in/:token'),
  route('routes/groups.new', 'groups/new'),
  route('routes/groups.$slug', 'groups/:slug'),
]) as unknown as ServerBuild['routes'];

describe('what the log keeps of a path', () => {
  it.each([
    ['/', '/'],
    ['/people', '/people'],
    ['/people/ana-b', '/people/:handle'],
    ['/sign-in/SECRET', '/sign-in/:token'],
    ['/groups/new', '/groups/new'],
    ['/groups/other', '/groups/:slug'],
    ['/ana@example.org', '(no page)'],
    ['/people/ana-b/more', '(no page)'],
  ])('%s is %s', (path, pattern) => expect(routePatterns(routes)(path)).toBe(pattern));
});

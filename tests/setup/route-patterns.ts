import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchRoutes } from '@remix-run/react';

const FOLDER = join(import.meta.dirname, '../../app/routes');

/** Every file of routes. */
export const routeFiles = (): string[] => readdirSync(FOLDER);

/** The pattern that a flat route file stands for: `groups_.$slug.edit.tsx` is `groups/:slug/edit`. */
export function patternOf(file: string): string {
  const name = file.replace(/\.tsx?$/, '').replaceAll('[.]', '\u0001');
  const segments = name.split('.').filter((segment) => segment !== '_index');
  return segments
    .map((each) => each.replace(/_$/, '').replace(/^\$/, ':').replace(/^:$/, '*').replace('\u0001', '.'))
    .join('/');
}

const idOf = (file: string): string => `routes/${file.replace(/\.tsx?$/, '')}`;

/** The id of the route that answers an address. */
export function routeIdOf(path: string): string {
  const routes = routeFiles().map((file) => ({ id: idOf(file), path: `/${patternOf(file)}` }));
  return matchRoutes(routes, path.split('?')[0] ?? '')?.[0]?.route.id ?? '';
}

/** Every route that takes a form: its id, and an address it answers at. */
export const actionRoutes = (): { id: string; path: string }[] =>
  routeFiles()
    .filter((file) => /export (const|async function|function) action\b/.test(readFileSync(join(FOLDER, file), 'utf8')))
    .map((file) => ({ id: idOf(file), path: `/${patternOf(file).replaceAll(/:\w+/g, 'none')}` }));

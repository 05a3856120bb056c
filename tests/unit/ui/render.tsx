import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { matchRoutes } from 'react-router-dom';
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';

/** The HTML the server would send for an element, at `pathname`. */
export function html(element: ReactElement, pathname = '/'): string {
  const routes = [{ id: 'page', path: '*', element }];
  const location = { pathname, search: '', hash: '', state: null, key: 'default' };
  const context = {
    basename: '/',
    location,
    matches: (matchRoutes(routes, location) ?? []) as never,
    loaderData: {},
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  const router = createStaticRouter(routes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

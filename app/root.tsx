import { json, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { viewerOf } from '~/auth/require-viewer.server';
import { readNetwork } from '~/features/directory/network.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { NonceContext } from '~/lib/nonce';
import { m } from '~/lib/paraglide/messages.js';
import { getLocale } from '~/lib/paraglide/runtime.js';
import { answer } from '~/lib/route-errors.server';
import { themePath } from '~/lib/theme';
import { ErrorPage } from '~/ui/error-page';
import { uiLinks } from '~/ui/links';
import { LoadingBar } from '~/ui/loading-bar';
import { LocaleContext } from '~/ui/locale';
import { Main } from '~/ui/main';
import { SiteFooter } from '~/ui/site-footer';
import { SiteHeader } from '~/ui/site-header';
import { SkipLink } from '~/ui/skip-link';
import '~/ui/styles/index.css';

export const links: LinksFunction = () => uiLinks;

const SOURCE_URL = 'https://github.com/commonweave/commonweave';

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const { name, demo, locales, themeColor } = await readNetwork(viewer, requestLocale(request, viewer));
    const network = { name, demo, locales, theme: themeColor && themePath(themeColor) };
    const shown = viewer.kind === 'person' ? { name: viewer.name } : null;
    return json({ locale: requestLocale(request, viewer), network, viewer: shown });
  });

function Document({ children, title }: { children: ReactNode; title?: string }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useContext(NonceContext);
  const { pathname, search } = useLocation();
  const locale = data?.locale ?? getLocale();
  const nav = [
    { to: '/people', label: m.shell_nav_people() },
    { to: '/groups', label: m.shell_nav_groups() },
  ];
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {title ? <title>{title}</title> : null}
        <Meta />
        <Links />
        {data?.network.theme ? <link rel="stylesheet" href={data.network.theme} /> : null}
      </head>
      <body>
        <LocaleContext.Provider value={locale}>
          <SkipLink />
          <LoadingBar />
          <SiteHeader
            network={data?.network ?? { name: 'Commonweave' }}
            nav={nav}
            viewer={data?.viewer ?? null}
            currentPath={pathname}
          />
          <Main>{children}</Main>
          <SiteFooter
            signedIn={Boolean(data?.viewer)}
            currentPath={pathname + search}
            sourceUrl={SOURCE_URL}
            locales={data?.network.locales}
          />
        </LocaleContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const message =
    isRouteErrorResponse(error) && status !== 404 ? (error.data as { message?: string })?.message : undefined;
  return (
    <Document title={m.shell_error_title()}>
      <ErrorPage status={status} message={message} />
    </Document>
  );
}

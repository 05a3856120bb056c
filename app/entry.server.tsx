import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { currentRequest } from '~/lib/http/request-store.server';
import { logError } from '~/lib/log.server';
import { inLocale, requestLocale } from '~/lib/messages/locale.server';
import { NonceContext } from '~/lib/nonce';
import { isLocale, type Locale } from '~/lib/paraglide/runtime.js';

/** The root loader decides; where it failed, what the request itself says. */
function localeOf(request: Request, context: EntryContext): Locale {
  const root = context.staticHandlerContext.loaderData?.root as { locale?: unknown } | undefined;
  return isLocale(root?.locale) ? root.locale : (currentRequest()?.locale ?? requestLocale(request));
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Response {
  const html = inLocale(localeOf(request, context), () =>
    renderToString(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} />
      </NonceContext.Provider>,
    ),
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${html}`, { status, headers });
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  // A page that does not exist, or a method it does not take, is no fault.
  if (!request.signal.aborted && !isRouteErrorResponse(error)) logError('A page failed', error);
}

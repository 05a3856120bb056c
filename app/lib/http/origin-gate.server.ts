import type { RequestHandler } from 'express';
import { m } from '~/lib/paraglide/messages.js';
import { refuse } from './refusal.server';

/**
 * Paths that other sites may post to. A path belongs here only if a token or a signature in the request itself proves
 * its sender, and only in exactly this spelling.
 */
export const EXEMPT_PATHS: readonly (string | RegExp)[] = ['/webhooks/resend', /^\/unsubscribe\/[\w-]{43}$/];

/** Whether a state-changing request comes from a page of our own. Whatever the browser says has to agree; silence is refused. */
export function isOwnRequest(headers: { origin?: string; site?: string }, origin: string): boolean {
  if (headers.site === undefined && headers.origin === undefined) return false;
  if (headers.site !== undefined && headers.site !== 'same-origin') return false;
  return headers.origin === undefined || headers.origin === origin;
}

const METHODS = ['GET', 'HEAD', 'POST'];

/** Answers 405 to every method no page has. */
export const knownMethods: RequestHandler = (req, res, next) => {
  if (METHODS.includes(req.method)) return next();
  res.setHeader('Allow', METHODS.join(', '));
  refuse(req, res, 405, () => m.errors_bad_method());
};

/** Refuses what another site, or no browser at all, sends to change something here. */
export function originGate(options: { origin: string; exempt?: readonly (string | RegExp)[] }): RequestHandler {
  const exempt = options.exempt ?? EXEMPT_PATHS;
  const isExempt = (path: string) =>
    exempt.some((each) => (typeof each === 'string' ? each === path : each.test(path)));
  return (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || isExempt(req.path)) return next();
    const { origin, 'sec-fetch-site': site } = req.headers;
    const said = { origin, site: Array.isArray(site) ? site.join() : site };
    if (isOwnRequest(said, options.origin)) return next();
    refuse(req, res, 403, () => m.errors_foreign_form({ origin: options.origin }));
  };
}

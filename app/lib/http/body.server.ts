import type { Request, RequestHandler } from 'express';
import { m } from '~/lib/paraglide/messages.js';
import { refuse } from './refusal.server';

export const BODY_LIMIT = 1024 * 1024;
/** Addresses of machines, which send JSON. */
const JSON_PATHS: readonly string[] = ['/webhooks/resend'];
/**
 * A body above its limit is still taken in up to here, and thrown away: a browser or proxy that is answered while it sends
 * shows its own error instead of our sentence.
 */
const DISCARDED = 25 * 1024 * 1024;
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;.*)?$/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/** Whether a body of this type is one our forms send. */
export function isFormType(type: string | undefined): boolean {
  if (!type || !FORM.test(type)) return false;
  const charset = CHARSET.exec(type)?.[1];
  return charset === undefined || charset.toLowerCase() === 'utf-8';
}

/** Whether a body of this type may come to a path. */
const fits = (path: string, type: string | undefined): boolean =>
  JSON_PATHS.includes(path) ? /^application\/json\s*(;.*)?$/i.test(type ?? '') : isFormType(type);

/** More room than an ordinary form gets, in bytes, for those requests that may have it. */
export type LargerLimit = (req: Request) => Promise<number | undefined>;

/** Reads the body of a form, up to the limit, into `res.locals.body` before any page sees the request. */
export function formBody(ordinary = BODY_LIMIT, larger?: LargerLimit): RequestHandler {
  return async (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    const limit = (await larger?.(req).catch(() => undefined)) ?? ordinary;
    const tooLarge = () => refuse(req, res, 413, () => m.errors_too_large());
    if (Number(req.headers['content-length'] ?? 0) > Math.max(limit, DISCARDED)) return tooLarge();
    const empty =
      req.headers['content-length'] === '0' || (!req.headers['content-length'] && !req.headers['transfer-encoding']);
    if (req.headers['content-encoding'] || !(empty || fits(req.path, req.headers['content-type'])))
      return refuse(req, res, 415, () => m.errors_bad_type());

    let chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      chunks = [];
      if (size <= DISCARDED) return;
      req.removeAllListeners('data');
      req.pause();
      tooLarge();
    });
    req.on('end', () => {
      if (size > limit) return tooLarge();
      res.locals.body = Buffer.concat(chunks);
      next();
    });
    req.on('error', () => res.destroy());
  };
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { RequestHandler as RequestHandlerOfRemix } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express';
import { localeOf } from './refusal.server';
import { type RequestStore, runInRequest } from './request-store.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Nonce of this response's scripts. */
    nonce: string;
    /** The address this hub is reached at, such as https://hub.example.org. */
    origin: string;
  }
}

/** Takes a whole answer that may be given again: its headers and its body. */
export type KeepAnswer = (headers: [string, string][], body: string) => void;

/** The request as Remix sees it: its address is always our own, whatever the Host header says. */
function asFetchRequest(req: ExpressRequest, res: ExpressResponse, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each);
  }
  headers.set('host', new URL(origin).host);
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  const body = req.method === 'GET' || req.method === 'HEAD' ? undefined : new Uint8Array(res.locals.body ?? []);
  return new Request(origin + req.originalUrl, { method: req.method, headers, body, signal: controller.signal });
}

const cookieName = (cookie: string) => cookie.slice(0, cookie.indexOf('='));

/** Answers that are made as one text, and need no stream. */
const WHOLE = /^(text\/html|application\/json)/;

async function send(response: Response, store: RequestStore, res: ExpressResponse): Promise<void> {
  const keep = res.locals.keep as KeepAnswer | undefined;
  if (res.headersSent) return;
  res.status(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value);
  const own = response.headers.getSetCookie();
  const taken = new Set(own.map(cookieName));
  const cookies = [...store.cookies.filter((cookie) => !taken.has(cookieName(cookie))), ...own];
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies);
  const isFile = response.headers.has('content-disposition');
  if (!isFile && WHOLE.test(response.headers.get('content-type') ?? '')) {
    const body = await response.text();
    if (response.status === 200 && cookies.length === 0 && !store.alone) keep?.([...response.headers], body);
    res.end(body);
  }
  // Whoever reads slowly is waited for: a long file is made as it is taken.
  else if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), res);
  else res.end();
}

/** Hands a request to Remix, with the store of facts that all its loaders share. `handlerOf` finds who answers a path. */
export function remixHandler(options: {
  handlerOf(path: string): RequestHandlerOfRemix;
  origin: string;
}): RequestHandler {
  return (req, res, next) => {
    const store: RequestStore = {
      locale: localeOf(req),
      clientAddress: res.locals.clientAddress ?? '',
      cookies: [],
      memo: new Map(res.locals.memo),
    };
    const context = { nonce: res.locals.nonce as string, origin: options.origin };
    runInRequest(store, async () => {
      try {
        await send(await options.handlerOf(req.path)(asFetchRequest(req, res, options.origin), context), store, res);
      } catch (error) {
        next(error);
      }
    });
  };
}

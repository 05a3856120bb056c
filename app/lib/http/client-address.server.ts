import type { RequestHandler } from 'express';

const PROXY_HEADER =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|x-original-.*|x-rewrite-.*|x-http-method.*|x-method-override)$/;

/**
 * Keeps the client's address, by Express's `trust proxy` setting, and drops every header by which a proxy or a client
 * pretending to be one could change the address, the host or the method that later code sees.
 */
export const clientAddress: RequestHandler = (req, res, next) => {
  res.locals.clientAddress = req.ip ?? '';
  for (const name of Object.keys(req.headers)) if (PROXY_HEADER.test(name)) delete req.headers[name];
  next();
};

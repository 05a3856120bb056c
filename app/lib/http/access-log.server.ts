import type { RequestHandler } from 'express';

/**
 * One line per answer: method, route pattern, status, milliseconds. No query, address, handle or token: the pattern is
 * all that is kept of the path.
 */
export const accessLog =
  (patternOf: (path: string) => string, log: (line: string) => void): RequestHandler =>
  (req, res, next) => {
    const start = performance.now();
    const path = req.path;
    res.once('close', () => {
      const status = res.writableFinished ? res.statusCode : 'aborted';
      log(`${req.method.slice(0, 10)} ${patternOf(path)} ${status} ${Math.round(performance.now() - start)} ms`);
    });
    next();
  };

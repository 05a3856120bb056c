import type { RequestListener } from 'node:http';

/** Answers while the database is being prepared. */
export const starting: RequestListener = (_req, res) => {
  res.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '2' });
  res.end('The hub is starting. Please try again in a few seconds.\n');
};

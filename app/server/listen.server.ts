import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '~/lib/env.server';

const words: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) =>
    `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
  EACCES: (port) => `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
  EADDRNOTAVAIL: (_port, host) =>
    `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
  ENOTFOUND: (_port, host) =>
    `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
};

export interface Listener {
  /** The port in use; differs from the one asked for when that was 0. */
  port: number;
  /** Replaces what answers requests. */
  answerWith(handler: RequestListener): void;
  /** Stops accepting, lets running requests finish for up to `patience` milliseconds, then cuts them off. */
  close(patience: number): Promise<void>;
}

/**
 * Takes the port; until {@link Listener.answerWith} is called, `starting` answers.
 * @throws StartError in one line when the port or the address cannot be had.
 */
export async function listen(host: string, port: number, starting: RequestListener): Promise<Listener> {
  let current = starting;
  const server: Server = createServer((req, res) => current(req, res));
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const say = words[error.code ?? ''];
      reject(new StartError(say ? say(port, host) : `The hub cannot listen on ${host}:${port} (${error.code}).`));
    });
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answerWith(handler) {
      current = handler;
    },
    async close(patience) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(cut);
    },
  };
}

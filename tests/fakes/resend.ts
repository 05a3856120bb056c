import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentMail {
  id: string;
  idempotencyKey: string;
  body: { from: string; to: string; subject: string; html: string; text: string };
}

/** What the fake does with the next requests; `die` takes the mail and cuts the line without an answer. */
export type Mode = 'accept' | 'error' | 'busy' | 'hang' | 'die' | 'reject' | 'concurrent';

/** Speaks as much of Resend's API as the hub uses, over real HTTP, and compares bodies as the real one does. */
export class FakeResend {
  readonly sent: SentMail[] = [];
  requests = 0;
  mode: Mode = 'accept';
  retryAfter: string | undefined;
  readonly #bodies = new Map<string, { raw: string; id: string }>();
  readonly #server = createServer((req, res) => void this.#handle(req, res));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The newest mail to an address. */
  lastTo(address: string): SentMail | undefined {
    return this.sent.findLast(({ body }) => body.to === address);
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString('utf8');
    const fail = (status: number, name: string) => {
      if (this.retryAfter) res.setHeader('Retry-After', this.retryAfter);
      res
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ statusCode: status, name, message: name }));
    };
    if (req.method !== 'POST' || req.url !== '/emails') return fail(404, 'not_found');
    if (!req.headers.authorization?.startsWith('Bearer ')) return fail(401, 'missing_api_key');
    if (this.mode === 'hang') return;
    if (this.mode === 'error') return fail(500, 'internal_server_error');
    if (this.mode === 'busy') return fail(429, 'rate_limit_exceeded');
    if (this.mode === 'reject') return fail(422, 'validation_error');
    if (this.mode === 'concurrent') return fail(409, 'concurrent_idempotent_requests');
    const key = String(req.headers['idempotency-key'] ?? '');
    const known = this.#bodies.get(key);
    if (known && known.raw !== raw) return fail(409, 'invalid_idempotent_request');
    const id = known?.id ?? `mail-${this.sent.length + 1}`;
    if (!known) {
      this.#bodies.set(key, { raw, id });
      this.sent.push({ id, idempotencyKey: key, body: JSON.parse(raw) });
    }
    if (this.mode === 'die') return void req.socket.destroy();
    res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
  }
}

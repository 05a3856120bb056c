import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentMail {
  id: string;
  idempotencyKey: string;
  body: { from: string; to: string; subject: string; html: string; text: string; headers?: Record<string, string> };
}

/**
 * What the fake does with the next requests; `hang` keeps them in progress until `release`, `die` takes the mail and cuts
 * the line without an answer.
 */
export type Mode = 'accept' | 'error' | 'busy' | 'hang' | 'die' | 'reject' | 'no-key';

const ANSWERS: Partial<Record<Mode, [status: number, name: string]>> = {
  error: [500, 'internal_server_error'],
  busy: [429, 'rate_limit_exceeded'],
  reject: [422, 'validation_error'],
  'no-key': [403, 'invalid_api_key'],
};
const KEY_LIVES_HOURS = 24;

/**
 * Speaks as much of Resend's API as the hub uses, over real HTTP: a key stands for one payload for a day, another payload
 * under it is refused, and so is the same one while it is in progress.
 */
export class FakeResend {
  readonly sent: SentMail[] = [];
  requests = 0;
  mode: Mode = 'accept';
  retryAfter: string | undefined;
  /** Called when a mail has come in whole, and when it was taken, before anything is answered. */
  onStage: ((stage: 'received' | 'taken', key: string) => unknown) | undefined;
  readonly #known = new Map<string, { raw: string; id: string; until: number }>();
  readonly #inProgress = new Set<string>();
  #hoursAhead = 0;
  #release = () => {};
  #released = new Promise<void>((resolve) => {
    this.#release = resolve;
  });
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

  /** Lets requests that hang go on as if nothing had been. */
  release(): void {
    this.#release();
    this.#released = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
  }

  /** Moves the fake's clock. */
  letHoursPass(hours: number): void {
    this.#hoursAhead += hours;
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    this.requests += 1;
    const { mode } = this;
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
    const answer = ANSWERS[mode];
    if (answer) return fail(...answer);

    const key = String(req.headers['idempotency-key'] ?? '');
    if (this.#inProgress.has(key)) return fail(409, 'concurrent_idempotent_requests');
    this.#inProgress.add(key);
    try {
      if (mode === 'hang') await this.#released;
      await this.onStage?.('received', key);
      const id = this.#take(key, raw);
      if (!id) return fail(409, 'invalid_idempotent_request');
      await this.onStage?.('taken', key);
      if (mode === 'die') return void req.socket.destroy();
      res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
    } finally {
      this.#inProgress.delete(key);
    }
  }

  /** The mail's id; null if the key stands for another payload. */
  #take(key: string, raw: string): string | null {
    const hours = Date.now() / 3_600_000 + this.#hoursAhead;
    const known = this.#known.get(key);
    if (known && known.until > hours) return known.raw === raw ? known.id : null;
    const id = `mail-${this.sent.length + 1}`;
    this.#known.set(key, { raw, id, until: hours + KEY_LIVES_HOURS });
    this.sent.push({ id, idempotencyKey: key, body: JSON.parse(raw) });
    return id;
  }
}

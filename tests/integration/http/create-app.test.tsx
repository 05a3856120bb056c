import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '~/lib/errors';
import { currentRequest, oncePerRequest, setCookie } from '~/lib/http/request-store.server';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { ORIGIN, startTestApp, type TestApp } from '../../setup/test-app';

const KEY = Symbol('test');
let made = 0;
const once = () => oncePerRequest(KEY, () => ++made);

const routes = {
  '': { loader: () => json({ x: 1 }), default: () => <p>{m.errors_back_to_start()}</p> },
  echo: {
    loader: ({ request, context }: LoaderFunctionArgs) =>
      json({
        url: request.url,
        headers: [...request.headers.keys()],
        address: currentRequest()?.clientAddress,
        origin: context.origin,
      }),
    action: async ({ request }: ActionFunctionArgs) => json(Object.fromEntries(await request.formData())),
  },
  public: { loader: () => json({}, { headers: { 'Cache-Control': 'public, max-age=60' } }) },
  long: { loader: () => json({ text: 'a'.repeat(10_000) }) },
  token: {
    loader: () => {
      setCookie('a=store; Path=/');
      setCookie('b=store; Path=/');
      return json({ text: 'a'.repeat(10_000) }, { headers: { 'Set-Cookie': 'a=own; Path=/' } });
    },
  },
  slow: { loader: () => new Promise(() => undefined) },
  once: { loader: () => json([once(), once()]) },
  gone: {
    loader: () => answer(() => Promise.reject(new DomainError('conflict', 'Both of you saved.'))),
    default: () => null,
  },
  broken: { loader: () => Promise.reject(new Error('internal detail')), default: () => null },
};

let app: TestApp;
let client: string;
beforeAll(async () => {
  client = mkdtempSync(join(tmpdir(), 'hub-client-'));
  mkdirSync(join(client, 'assets'));
  writeFileSync(join(client, 'assets/a-1.js'), 'x'.repeat(5000));
  writeFileSync(join(client, 'robots.txt'), 'User-agent: *');
  app = await startTestApp(routes, { clientFolder: client, bodyLimit: 1000, answerWithin: 300 });
});
afterAll(async () => {
  await app.close();
  rmSync(client, { recursive: true });
});

describe('every response', () => {
  it.each([
    ['/'],
    ['/no-such-page'],
    ['/%zz'],
    ['/robots.txt'],
    ['/healthz'],
    ['/assets/a-1.js'],
    ['/assets/none.js'],
    ['/broken'],
  ])('%s carries the security headers', async (path) => {
    const { headers } = await app.ask(path);
    expect(headers).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']);
    for (const directive of [
      "default-src 'none'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ])
      expect(policy.split('; ')).toContain(directive);
    expect(policy).not.toContain('unsafe');
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });
  it('has a nonce of its own, which its scripts carry', async () => {
    const [one, two] = [await app.ask('/'), await app.ask('/')];
    const nonce = (res: typeof one) => /'nonce-([^']+)'/.exec(String(res.headers['content-security-policy']))?.[1];
    expect(nonce(one)).not.toBe(nonce(two));
    expect(one.text.match(/<script/g)?.length).toBe(one.text.split(`nonce="${nonce(one)}"`).length - 1);
  });
  it('asks for HTTPS where the hub has it', async () => {
    const secure = await startTestApp(routes, { origin: 'https://hub.example', clientFolder: client });
    const { headers } = await secure.ask('/');
    expect(headers['strict-transport-security']).toMatch(/^max-age=63072000/);
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
    await secure.close();
  });
});

describe('caching', () => {
  it.each([
    ['/', 'private, no-store'],
    ['/?_data=routes%2F', 'private, no-store'],
    ['/no-such-page', 'private, no-store'],
    ['/public?_data=routes%2Fpublic', 'public, max-age=60'],
    ['/assets/a-1.js', 'public, max-age=31536000, immutable'],
    ['/robots.txt', 'public, max-age=3600'],
    ['/healthz', 'no-store'],
  ])('%s: %s', async (path, expected) => expect((await app.ask(path)).headers['cache-control']).toBe(expected));
});

describe('health', () => {
  it.each<[string, () => Promise<unknown>, number]>([
    ['answers', async () => 1, 200],
    ['refuses', () => Promise.reject(new Error('gone')), 503],
    ['hangs', () => new Promise(() => undefined), 503],
  ])('while the database %s', async (_what, databaseAnswers, status) => {
    const other = await startTestApp(routes, { databaseAnswers });
    expect((await other.ask('/healthz')).status).toBe(status);
    await other.close();
  });
});

describe('the gate', () => {
  const own = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
  it.each<[Record<string, string>, number]>([
    [own, 200],
    [{ Origin: ORIGIN }, 200],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{}, 403],
    [{ Origin: 'null' }, 403],
    [{ ...own, 'Sec-Fetch-Site': 'none' }, 403],
    [{ ...own, 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ ...own, Origin: 'https://evil.example' }, 403],
    [{ Origin: 'https://evil.example', Host: 'evil.example' }, 403],
    [{ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }, 403],
  ])('%j: %i', async (headers, status) => {
    for (const path of ['/echo', '/echo?_data=routes%2Fecho'])
      expect((await app.ask(path, { method: 'POST', body: { a: 'b' }, headers })).status).toBe(status);
  });
  it('says what to do, in the language of the browser', async () => {
    const { text } = await app.ask('/echo', { method: 'POST', headers: { 'Accept-Language': 'es' } });
    expect(text).toContain('<html lang="es">');
    expect(text).toContain(`Abre ${ORIGIN}`);
  });
  it('lets only the named paths be posted to from elsewhere', async () => {
    const other = await startTestApp(routes, { exempt: ['/echo'] });
    const post = (path: string) =>
      other.ask(path, { method: 'POST', body: { a: 'b' }, headers: { Origin: 'https://mail.example' } });
    expect([
      (await post('/echo')).status,
      (await post('/Echo')).status,
      (await post('/echo/')).status,
      (await post('/')).status,
    ]).toEqual([200, 403, 403, 403]);
    await other.close();
  });
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('answers 405 to %s', async (method) => {
    const res = await app.ask('/echo', { method, headers: own });
    expect([res.status, res.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });
  it('does not let a header or a field change the method', async () => {
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])
      expect(
        (await app.ask('/echo?_method=POST', { headers: { [name]: 'POST', Origin: 'https://evil.example' } })).status,
      ).toBe(200);
  });
});

describe('what Remix sees', () => {
  it.each([
    ['a Host of someone else', { Host: 'evil.example' }],
    [
      'headers of a proxy that is not trusted',
      {
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'https',
        'X-Forwarded-For': '1.2.3.4',
        Forwarded: 'host=evil',
        'X-Original-URL': '/other',
      },
    ],
    ['a broken Host', { Host: 'a b:c:d' }],
  ])('is our own address, despite %s', async (_what, headers) => {
    const seen = JSON.parse((await app.ask('/echo?q=1', { headers: headers as Record<string, string> })).text);
    expect(seen).toMatchObject({ url: `${ORIGIN}/echo?q=1`, origin: ORIGIN, address: '127.0.0.1' });
    expect(seen.headers.filter((name: string) => /forward|original/.test(name))).toEqual([]);
  });
  it('is the address that a trusted proxy names last', async () => {
    const other = await startTestApp(routes, { trustProxy: true });
    const res = await other.ask('/echo', { headers: { 'X-Forwarded-For': '6.6.6.6, 203.0.113.9' } });
    expect(JSON.parse(res.text).address).toBe('203.0.113.9');
    await other.close();
  });
  it('shares what is found out once between all loaders of a request, and no two requests', async () => {
    const [one, two] = [JSON.parse((await app.ask('/once')).text), JSON.parse((await app.ask('/once')).text)];
    expect([one[0] === one[1], one[0] === two[0]]).toEqual([true, false]);
  });
});

describe('bodies', () => {
  const headers = { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const post = (body: string | Buffer, more: Record<string, string> = {}) =>
    app.ask('/echo', { method: 'POST', body, headers: { ...headers, ...more } });
  it('reach the action as they were sent', async () => {
    expect(JSON.parse((await post('a=%C3%AB&b=2')).text)).toEqual({ a: 'ë', b: '2' });
  });
  it.each<[string, string, Record<string, string>, number]>([
    ['at the limit', `a=${'x'.repeat(998)}`, {}, 200],
    ['above it, as announced', `a=${'x'.repeat(999)}`, {}, 413],
    ['above it, in pieces', `a=${'x'.repeat(100_000)}`, { 'Transfer-Encoding': 'chunked' }, 413],
    ['of JSON', '{}', { 'Content-Type': 'application/json' }, 415],
    ['of another alphabet', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' }, 415],
    ['without a type', 'a=b', { 'Content-Type': '' }, 415],
    ['that are packed', 'a=b', { 'Content-Encoding': 'gzip' }, 415],
  ])('%s', async (_what, body, more, status) => expect((await post(body, more)).status).toBe(status));
  it('above it, and sent whole before anything is read, get their sentence all the same', async () => {
    const body = `a=${'x'.repeat(500 * 1024)}`;
    const { status, text } = await post(body);
    expect([status, text]).toEqual([413, expect.stringContaining('<p>')]);
  });
  it('announced as huge are refused before they come', async () => {
    const answered = await new Promise<string>((resolve) => {
      const socket = connect(app.port, '127.0.0.1', () =>
        socket.write(
          `POST /echo HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999999\r\n\r\na=b`,
        ),
      );
      socket.once('data', (data) => {
        socket.destroy();
        resolve(String(data));
      });
    });
    expect(answered).toMatch(/^HTTP\/1\.1 413 /);
    expect(answered).toMatch(/Connection: close/i);
  });
});

describe('addresses', () => {
  it.each(['/%zz', '/%00', '/?q=%00', '/a%5cb', '//evil.com', `/${'a'.repeat(5000)}`])(
    '%s is refused in plain words',
    async (path) => {
      const res = await app.ask(path);
      expect([res.status, res.text]).toEqual([
        400,
        expect.stringContaining('This address is not one the hub can read.'),
      ]);
    },
  );
});

describe('answers', () => {
  it('are packed, unless they set a cookie', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    expect((await app.ask('/long', { headers })).headers['content-encoding']).toBe('gzip');
    expect((await app.ask('/token', { headers })).headers['content-encoding']).toBeUndefined();
    expect((await app.ask('/assets/a-1.js', { headers })).headers['content-encoding']).toBe('gzip');
  });
  it('carry the cookies of the request, the own ones first', async () => {
    expect((await app.ask('/token')).cookies).toEqual(['b=store; Path=/', 'a=own; Path=/']);
  });
  it('are 503 when none comes in time', async () => {
    const res = await app.ask('/slow');
    expect([res.status, res.text]).toEqual([503, expect.stringContaining('This took too long.')]);
  });
  it('say a domain error with its status and its safe words', async () => {
    const page = await app.ask('/gone');
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('error 409 Both of you saved.')]);
    const data = await app.ask('/gone?_data=routes%2Fgone');
    expect([data.status, JSON.parse(data.text)]).toEqual([409, { code: 'conflict', message: 'Both of you saved.' }]);
  });
  it('hide the words of any other error', async () => {
    for (const path of ['/broken', '/broken?_data=routes%2Fbroken']) {
      const res = await app.ask(path);
      expect(res.status).toBe(500);
      expect(res.text).not.toContain('internal detail');
    }
  });
  it('speak the language of the browser', async () => {
    expect((await app.ask('/', { headers: { 'Accept-Language': 'es' } })).text).toContain(
      '<html lang="es"><body><p>Volver a la página de inicio</p>',
    );
    expect((await app.ask('/', { headers: { 'Accept-Language': 'es', Cookie: 'hub_locale=en' } })).text).toContain(
      'Back to the start page',
    );
  });
});

describe('the log', () => {
  it('keeps patterns, and no query, token or address', async () => {
    const lines: string[] = [];
    const other = await startTestApp(routes, { log: (line) => void lines.push(line) });
    await other.ask('/echo?email=ana@example.org');
    await other.ask('/ana@example.org');
    await other.close();
    expect(lines.map((line) => line.replace(/ \d+ ms$/, ''))).toEqual(['GET /echo 200', 'GET (no page) 404']);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeepAnswer } from '~/lib/http/remix-handler.server';
import { KeptAnswers } from '../../../app/server/kept-answers.server';
import { isForEveryone, responseCache } from '../../../app/server/response-cache.server';

describe('kept answers', () => {
  const big = 'x'.repeat(1000);

  it('are given out under the revision they were rendered under, each time with the nonce of its own response', () => {
    const answers = new KeptAnswers();
    answers.set('/', 4, [], '<script nonce="one"></script><script nonce="one">', 'one');
    expect(answers.get('/', 4)?.body('two')).toBe('<script nonce="two"></script><script nonce="two">');
    expect(answers.get('/', 5)).toBeUndefined();
    expect(answers.get('/', 4)).toBeUndefined();
  });

  it('never take the place of one rendered after a later change', () => {
    const answers = new KeptAnswers();
    answers.get('/', 5);
    answers.set('/', 4, [], 'old', 'nonce');
    expect(answers.get('/', 4)).toBeUndefined();
  });

  it('make room by giving up the one that was asked for longest ago', () => {
    const answers = new KeptAnswers(5000);
    answers.get('', 1);
    for (const key of ['/a', '/b']) answers.set(key, 1, [], big, 'nonce');
    answers.get('/a', 1);
    answers.set('/c', 1, [], big, 'nonce');
    expect(['/a', '/b', '/c'].map((key) => answers.get(key, 1) !== undefined)).toEqual([true, false, true]);
  });
});

describe('what is the same for everyone', () => {
  it.each<[string, string, string | undefined, boolean]>([
    ['GET', '/', undefined, true],
    ['HEAD', '/people', undefined, true],
    ['GET', '/people/calm-heron-100', 'hub_locale=es', true],
    ['GET', '/groups/creek-watch', undefined, true],
    ['GET', '/privacy/1', undefined, true],
    ['POST', '/', undefined, false],
    ['GET', '/people', 'hub_session=abc', false],
    ['GET', '/people', 'hub_locale=es; hub_session=abc', false],
    ['GET', '/home', undefined, false],
    ['GET', '/sign-in', undefined, false],
    ['GET', '/groups/creek-watch/edit', undefined, false],
    ['GET', '/suggest/people', undefined, false],
  ])('%s %s with cookie %s: %s', (method, path, cookie, expected) => {
    expect(isForEveryone({ method, path, headers: { cookie } })).toBe(expected);
  });
});

describe('answering from what is kept', () => {
  let server: Server;
  let rendered = 0;
  let now = { shown: 1, reference: 1, rows: 1 };
  let taken = 0;
  let folded = 0;

  beforeAll(async () => {
    const app = express();
    app.use((_req, res, next) => {
      res.locals.nonce = `nonce${Math.random()}`;
      next();
    });
    app.use(
      responseCache({
        revision: async () => {
          if (now.shown < 0) throw new Error('gone');
          return now;
        },
        onReference: async () => ++taken,
        onManyRows: async () => ++folded,
      }),
    );
    app.use((req, res) => {
      rendered += 1;
      const body = `${req.originalUrl} ${rendered} ${res.locals.nonce}`;
      (res.locals.keep as KeepAnswer | undefined)?.([['X-Kept', 'yes']], body);
      res.setHeader('X-Kept', 'yes');
      res.end(body);
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => server.close());

  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
    return { text: (await response.text()).replace(/ nonce.*/, ''), kept: response.headers.get('x-kept') };
  };

  it('renders once per address, language and revision', async () => {
    const first = await ask('/people?q=a');
    expect(await ask('/people?q=a')).toEqual(first);
    expect(await ask('/people?q=a', {}, 'HEAD')).toEqual({ text: '', kept: 'yes' });
    expect(await ask('/people?q=b')).not.toEqual(first);
    expect(await ask('/people?q=a', { 'accept-language': 'es' })).not.toEqual(first);
    expect(await ask('/people?q=a', { cookie: 'hub_session=x' })).not.toEqual(first);
    now = { ...now, shown: 2 };
    expect(await ask('/people?q=a')).not.toEqual(first);
  });

  it('takes over the reference data of each new revision, folds many rows, and renders where the revision cannot be read', async () => {
    const before = taken;
    now = { shown: 2, reference: 2, rows: 500 };
    await ask('/');
    await ask('/');
    expect([taken - before, folded]).toEqual([1, 2]);
    now = { ...now, shown: -1 };
    expect(await ask('/')).not.toEqual(await ask('/'));
  });
});

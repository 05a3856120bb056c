import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VISITOR } from '~/auth/viewer';
import { groupPage } from '~/features/directory/group-page.server';
import { askLink, type Network } from '~/features/freshness/ask-link.server';
import { checkNextLink, listPublicLinks } from '~/features/freshness/check-links.server';
import { verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { makeGroup } from '../../factories/people';
import { useHub } from '../../setup/hub';

useHub();

type Handler = (req: IncomingMessage, res: ServerResponse) => void;
let server: Server;
let handle: Handler;
let asked: string[] = [];
let port = 0;

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(`${req.method} ${req.headers.host}${req.url}`);
    handle(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  handle = (_, res) => res.end();
});

const PUBLIC = '93.184.216.34';
const NAMES: Record<string, string[]> = {
  'far.example': [PUBLIC],
  'other.example': [PUBLIC],
  'inside.example': ['10.0.0.7'],
  'both.example': [PUBLIC, '127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
};
/** Names and public addresses as the tests have them; what is found public leads to the server above. */
const network: Network = {
  resolve: async (host) => {
    const found = NAMES[host];
    if (!found)
      throw Object.assign(new Error('unknown'), { code: host === 'offline.example' ? 'EAI_AGAIN' : 'ENOTFOUND' });
    return found;
  },
  route: () => ({ host: '127.0.0.1', port }),
};
const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, res) =>
    void res.writeHead(code, headers).end();

describe('asking a link', () => {
  it.each<[string, Handler, string, string[]]>([
    ['that is there', status(200), 'answered', ['HEAD']],
    ['that is for others only', status(403), 'answered', ['HEAD']],
    ['that is gone', status(404), 'failed', ['HEAD', 'GET']],
    ['whose server is ill', status(502), 'failed', ['HEAD', 'GET']],
    ['whose server cuts the line', (req) => req.socket.destroy(), 'failed', ['HEAD', 'GET']],
    [
      'that knows no HEAD',
      (req, res) => status(req.method === 'HEAD' ? 501 : 200)(req, res),
      'answered',
      ['HEAD', 'GET'],
    ],
    ['that leads round in a ring', status(302, { Location: '/' }), 'failed', []],
    ['that leads inside', status(302, { Location: 'http://inside.example/' }), 'refused', ['HEAD']],
    ['that leads to another port', status(302, { Location: 'http://far.example:8080/' }), 'refused', ['HEAD']],
    ['that leads to a file', status(302, { Location: 'file:///etc/passwd' }), 'refused', ['HEAD']],
  ])('%s', async (_, handler, answer, methods) => {
    handle = handler;
    expect(await askLink('http://far.example/', network)).toBe(answer);
    if (methods.length > 0) expect(asked).toEqual(methods.map((method) => `${method} far.example/`));
  });
  it('that moved elsewhere follows it, and says who asks, without a cookie', async () => {
    let headers: IncomingMessage['headers'] = {};
    handle = (req, res) => {
      headers = req.headers;
      if (req.headers.host === 'far.example')
        status(301, { Location: 'http://other.example/new', 'Set-Cookie': 'a=b' })(req, res);
      else res.end();
    };
    expect(await askLink('http://far.example/old', network)).toBe('answered');
    expect(asked).toEqual(['HEAD far.example/old', 'HEAD other.example/new']);
    expect(headers['user-agent']).toContain('http://localhost:3000');
    expect(headers.cookie).toBeUndefined();
  });
  it.each([
    'http://inside.example/',
    'http://both.example/',
    'http://metadata.example/latest/meta-data',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://far.example:22/',
  ])('never asks %s', async (url) => {
    expect(await askLink(url, network)).toBe('refused');
    expect(asked).toEqual([]);
  });
  it('tells a name that is gone from a line of ours that is', async () => {
    expect(await askLink('http://gone.example/', network)).toBe('failed');
    expect(await askLink('http://offline.example/', network)).toBe('ours');
  });
});

describe('links of groups', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12));
  const states = () => writerSql()`select url, failures, dead_since::text as dead from core.link_checks order by url`;

  it('are asked if everyone may see them, shown as not answering after two weeks, and forgiven at once', async () => {
    await writerSql()`delete from core.link_checks`;
    const shown = await makeGroup({
      name: 'Shown',
      website: 'http://far.example/',
      links: [{ url: 'http://other.example/' }],
    });
    await makeGroup({ name: 'Shy', website: 'http://far.example/shy' }, {}, { 'group.profile': 'member' });
    await makeGroup({ name: 'Made up', website: 'http://far.example/demo' }, { demo: true });
    await listPublicLinks();
    expect((await states()).map(({ url }) => url)).toEqual(['http://far.example/', 'http://other.example/']);

    handle = (req, res) => status(req.headers.host === 'far.example' ? 500 : 200)(req, res);
    await writerSql()`update core.link_checks set next_at = ${day(1)}`;
    for (const at of [1, 1, 8, 15, 16]) await checkNextLink(network, day(at));
    expect(await checkNextLink(network, day(16))).toBe(false);
    expect(await states()).toEqual([
      { url: 'http://far.example/', failures: 3, dead: '2026-01-01' },
      { url: 'http://other.example/', failures: 0, dead: null },
    ]);
    expect((await groupPage(VISITOR, shown.slug, 'en')).dead).toEqual([
      { url: 'http://far.example/', since: '2026-01-01' },
    ]);
    expect(await verifyProjections()).toEqual([]);

    handle = status(200);
    for (const at of [40, 60, 80]) await checkNextLink(network, day(at));
    expect((await groupPage(VISITOR, shown.slug, 'en')).dead).toEqual([]);
    expect(await verifyProjections()).toEqual([]);
  });
});

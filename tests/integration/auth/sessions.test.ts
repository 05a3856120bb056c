import { createHash } from 'node:crypto';
import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireMember, requireRole, requireSignedIn, viewerOf } from '~/auth/require-viewer.server';
import { startSession } from '~/auth/session.server';
import { loadEnv } from '~/lib/env.server';
import { answer } from '~/lib/route-errors.server';
import * as language from '~/routes/language';
import * as mailPage from '~/routes/operate.mail';
import * as signIn from '~/routes/sign-in';
import * as signOut from '~/routes/sign-out';
import { tidy } from '../../../app/server/housekeeping.server';
import { closeDatabase, openDatabase } from '../../../db/client.server';
import { writerSql } from '../../../db/writer.server';
import { makePerson } from '../../factories/people';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { startTestApp, type TestApp } from '../../setup/test-app';

const hub = useHub();
let app: TestApp;

type Guard = (request: Request) => Promise<unknown>;
const guarded = (guard: Guard) => ({
  loader: ({ request }: LoaderFunctionArgs) =>
    answer(async () => {
      await guard(request);
      return json('in');
    }),
  default: () => null,
});
const routes = {
  who: {
    loader: async ({ request }: LoaderFunctionArgs) => {
      const viewer = await viewerOf(request);
      return json(
        viewer.kind === 'person'
          ? { ...viewer, roles: [...viewer.roles], same: (await viewerOf(new Request(request))) === viewer }
          : viewer,
      );
    },
  },
  any: guarded(requireSignedIn),
  member: guarded(requireMember),
  steward: guarded((request) => requireRole(request, 'steward')),
  'sign-in': signIn,
  'sign-out': signOut,
  language,
  'operate/mail': mailPage,
};

const cookies: Record<string, string> = {};
const accounts: Record<string, string> = {};
async function addPerson(key: string, standing: 'member' | 'newcomer' | 'hidden', roles: string[] = []) {
  const { accountId } = await makePerson({ name: key }, {}, { email: `${key}@example.org`, standing });
  for (const role of roles)
    await writerSql()`insert into core.role_grants (account_id, role, granted_by) values (${accountId}, ${role}, 'test')`;
  accounts[key] = accountId ?? '';
  cookies[key] = (await startSession(accounts[key], 'console')).split(';')[0] ?? '';
}

beforeAll(async () => {
  app = await startTestApp(routes);
  await addPerson('member', 'member');
  await addPerson('newcomer', 'newcomer', ['steward']);
  await addPerson('hidden', 'hidden', ['steward']);
  await addPerson('steward', 'member', ['steward']);
  await addPerson('operator', 'member', ['operator']);
});
afterAll(() => app.close());

const as = (key: string) => ({ headers: cookies[key] ? { Cookie: cookies[key] } : undefined });
const who = async (key: string) => JSON.parse((await app.ask('/who', as(key))).text);
const hashOf = (key: string) =>
  createHash('sha256')
    .update(cookies[key]?.split('=')[1] ?? '')
    .digest('hex');

describe('who asks', () => {
  it('is a person with standing, roles and name, found once per request', async () => {
    expect(await who('steward')).toMatchObject({
      kind: 'person',
      standing: 'member',
      roles: ['steward'],
      name: 'steward',
      locale: null,
      sessionHash: hashOf('steward'),
      same: true,
    });
  });
  it.each([
    '',
    'hub_session=',
    `hub_session=${'a'.repeat(40)}`,
    'hub_session=x',
    `hub_session=${'a'.repeat(5000)}`,
    '__Host-hub_session=abc',
  ])('is a visitor with the cookie %s', async (cookie) => {
    expect(JSON.parse((await app.ask('/who', { headers: { Cookie: cookie } })).text)).toEqual({ kind: 'visitor' });
  });
  it('is a visitor when the hash from the database is taken for the cookie', async () => {
    expect(
      JSON.parse((await app.ask('/who', { headers: { Cookie: `hub_session=${hashOf('member')}` } })).text),
    ).toEqual({ kind: 'visitor' });
  });
  it('is told to forget a session that is over', async () => {
    expect((await app.ask('/who', { headers: { Cookie: `hub_session=${'a'.repeat(40)}` } })).cookies).toEqual([
      expect.stringMatching(/^hub_session=; .*Max-Age=0/),
    ]);
  });
});

describe('who gets in', () => {
  const away = (path: string) => `/sign-in?to=${encodeURIComponent(path)}`;
  it.each<[string, string, number]>([
    ['any', 'visitor', 302],
    ['any', 'newcomer', 200],
    ['any', 'hidden', 200],
    ['any', 'member', 200],
    ['member', 'visitor', 302],
    ['member', 'newcomer', 403],
    ['member', 'hidden', 403],
    ['member', 'member', 200],
    ['steward', 'visitor', 302],
    ['steward', 'newcomer', 404],
    ['steward', 'hidden', 404],
    ['steward', 'member', 404],
    ['steward', 'operator', 404],
    ['steward', 'steward', 200],
    ['operate/mail', 'visitor', 302],
    ['operate/mail', 'member', 404],
    ['operate/mail', 'steward', 404],
    ['operate/mail', 'operator', 200],
  ])('/%s as %s: %i', async (path, key, status) => {
    const page = await app.ask(`/${path}?q=1`, as(key));
    expect(page.status).toBe(status);
    if (status === 302) expect(page.headers.location).toBe(away(`/${path}?q=1`));
    const data = await app.ask(`/${path}?_data=${encodeURIComponent(`routes/${path}`)}`, as(key));
    if (status === 302) expect([data.status, data.headers['x-remix-redirect']]).toEqual([204, away(`/${path}`)]);
    else expect(data.status).toBe(status);
  });
  it('does not ask someone signed in to sign in', async () => {
    expect((await app.ask('/sign-in?to=/people', as('member'))).headers.location).toBe('/people');
    expect((await app.ask('/sign-in?to=//evil.com', as('member'))).headers.location).toBe('/home');
  });
});

describe('a session', () => {
  const set = (key: string, what: { created?: string; expires?: string }) => writerSql()`update core.sessions set
    created_at = coalesce(now() + ${what.created ?? null}::interval, created_at), expires_at = coalesce(now() + ${what.expires ?? null}::interval, expires_at) where id = ${hashOf(key)}`;
  const daysLeft = async (key: string) =>
    (
      await writerSql()<
        { days: number }[]
      >`select round(extract(epoch from expires_at - now()) / 86400)::int as days from core.sessions where id = ${hashOf(key)}`
    )[0]?.days;

  it('is prolonged in its second half, with a cookie that still works', async () => {
    await set('member', { created: '-6 days', expires: '4 days' });
    const res = await app.ask('/who', as('member'));
    expect(res.cookies).toEqual([expect.stringContaining(`${cookies.member}; HttpOnly; Max-Age=864000`)]);
    expect(await daysLeft('member')).toBe(10);
    expect((await app.ask('/who', as('member'))).cookies).toEqual([]);
  });
  it('ends thirty days after it began, however busy', async () => {
    await set('member', { created: '-28 days', expires: '4 days' });
    expect(await who('member')).toMatchObject({ kind: 'person' });
    expect(await daysLeft('member')).toBe(2);
    await set('member', { created: '-31 days', expires: '4 days' });
    expect(await who('member')).toEqual({ kind: 'visitor' });
  });
  it('ends with its time, and its row goes', async () => {
    await set('newcomer', { expires: '-1 second' });
    expect(await who('newcomer')).toEqual({ kind: 'visitor' });
    expect(await daysLeft('newcomer')).toBeUndefined();
  });
  it('ends by signing out, and by no link that leads there', async () => {
    expect((await app.ask('/sign-out', as('hidden'))).status).toBe(302);
    expect(await who('hidden')).toMatchObject({ kind: 'person' });
    const res = await app.post('/sign-out', {}, as('hidden').headers);
    expect([res.status, res.headers.location, res.cookies[0]]).toEqual([
      302,
      '/',
      expect.stringMatching(/^hub_session=; HttpOnly; Max-Age=0/),
    ]);
    expect(await who('hidden')).toEqual({ kind: 'visitor' });
    expect((await app.post('/sign-out', {})).status).toBe(302);
  });
  it('is tidied away with links, wishes and counters that are over', async () => {
    await writerSql()`insert into core.sessions (id, account_id, expires_at) values ('old', ${accounts.member ?? ''}, now() - interval '1 day')`;
    await writerSql()`insert into core.sign_in_tokens (hash, account_id, expires_at) values ('old', ${accounts.member ?? ''}, now() - interval '8 days')`;
    await writerSql()`insert into core.sign_in_requests (email, locale, created_at) values ('a@b.org', 'en', now() - interval '2 days')`;
    await writerSql()`insert into core.rate_limits (key, window_start, hits) values ('k', now() - interval '3 days', 1)`;
    await tidy();
    const [left] =
      await writerSql()`select (select count(*) from core.sessions where id = 'old')::int + (select count(*) from core.sign_in_tokens)::int
      + (select count(*) from core.sign_in_requests)::int + (select count(*) from core.rate_limits)::int as n`;
    expect(left?.n).toBe(0);
  });
});

describe('the cookie', () => {
  it('is locked to the host where the hub has HTTPS', async () => {
    loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: 'https://hub.example' });
    expect(await startSession(accounts.member ?? '', 'mail')).toMatch(
      /^__Host-hub_session=[a-z2-7]{40}; HttpOnly; Max-Age=864000; Path=\/; SameSite=Lax; Secure$/,
    );
    loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: 'http://localhost:3000' });
  });
});

describe('the language', () => {
  it('is kept in the browser, and with the account of someone signed in', async () => {
    const res = await app.post('/language', { language: 'es', returnTo: '/people?q=x' }, as('steward').headers);
    expect([res.status, res.headers.location, res.cookies]).toEqual([
      302,
      '/people?q=x',
      ['hub_locale=es; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly'],
    ]);
    expect(await who('steward')).toMatchObject({ locale: 'es' });
    expect((await app.ask('/sign-in', { headers: { Cookie: 'hub_locale=es' } })).text).toContain(
      'Te enviamos un enlace por correo.',
    );
  });
  it.each([
    [{ language: 'xx' }, 400],
    [{ language: 'es', more: '1' }, 400],
    [{}, 400],
  ])('%j: %i', async (fields, status) => {
    expect((await app.post('/language', fields as Record<string, string>)).status).toBe(status);
  });
  it('never leads to another site', async () => {
    expect((await app.post('/language', { language: 'en', returnTo: '//evil.com' })).headers.location).toBe('/');
  });
});

describe('without a database', () => {
  it('a visitor is known without asking it', async () => {
    await closeDatabase();
    try {
      expect(JSON.parse((await app.ask('/who')).text)).toEqual({ kind: 'visitor' });
    } finally {
      openDatabase(hub.database().urls);
    }
  });
});

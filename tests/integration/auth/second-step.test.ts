import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requireFresh, requireRole, requireSignedIn, viewerOf } from '~/auth/require-viewer.server';
import { handOverCode } from '~/auth/second-factors/recovery-codes.server';
import { startSession } from '~/auth/session.server';
import { answer } from '~/lib/route-errors.server';
import type { Role } from '~/lib/standing';
import * as security from '~/routes/settings.security';
import * as appPage from '~/routes/settings.security_.app';
import * as appRemoval from '~/routes/settings.security_.app_.removal';
import * as codesPage from '~/routes/settings.security_.codes';
import * as devices from '~/routes/settings.security_.devices';
import * as hiding from '~/routes/settings.security_.hiding';
import * as passkeys from '~/routes/settings.security_.passkeys';
import * as showing from '~/routes/settings.security_.showing';
import * as again from '~/routes/sign-in_.again';
import * as passkey from '~/routes/sign-in_.passkey';
import type { Proof } from '../../../db/schema/accounts';
import { writerSql } from '../../../db/writer.server';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { useHub } from '../../setup/hub';
import { startTestApp, type TestApp } from '../../setup/test-app';

useHub();
let app: TestApp;

const guarded = (guard: (request: Request) => Promise<unknown>) => ({
  loader: ({ request }: LoaderFunctionArgs) => answer(async () => json((await guard(request)) ? 'in' : 'out')),
  default: () => null,
});

beforeAll(async () => {
  app = await startTestApp({
    who: {
      loader: async ({ request }: LoaderFunctionArgs) => {
        const viewer = await viewerOf(request);
        return json(viewer.kind === 'person' ? [viewer.standing, ...viewer.roles] : ['visitor']);
      },
    },
    in: guarded(requireSignedIn),
    fresh: guarded(requireFresh),
    steward: guarded((request) => requireRole(request, 'steward')),
    'sign-in/again': again,
    'sign-in/passkey': passkey,
    'settings/security': security,
    'settings/security/app': appPage,
    'settings/security/app/removal': appRemoval,
    'settings/security/codes': codesPage,
    'settings/security/devices': devices,
    'settings/security/passkeys': passkeys,
    'settings/security/hiding': hiding,
    'settings/security/showing': showing,
  });
});
afterAll(() => app.close());
beforeEach(() => writerSql()`delete from core.rate_limits`);

let count = 0;
async function account(...roles: Role[]) {
  count += 1;
  const { id, accountId } = await makePerson(
    { name: `Person ${count}` },
    { 'person.name': 'member' },
    { email: `p${count}@example.org`, standing: 'member' },
  );
  for (const role of roles) await giveRole(accountId, role);
  return { personId: id, accountId: accountId ?? '' };
}
const cookieIn = (cookies: string[]) => cookies.find((each) => each.startsWith('hub_session='))?.split(';')[0] ?? '';
const session = async (accountId: string, proof: Proof) =>
  cookieIn([
    await startSession(accountId, proof, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
  ]);
const as = (Cookie: string) => ({ headers: { Cookie } });
const who = async (cookie: string) => JSON.parse((await app.ask('/who', as(cookie))).text);
const post = (path: string, body: Record<string, string>, Cookie: string) => app.post(path, body, { Cookie });

/** Adds an app to an account through the page; gives the code it shows so many half minutes from now. */
async function addApp(cookie: string) {
  const data = await app.ask('/settings/security/app?_data=routes%2Fsettings%2Fsecurity%2Fapp', as(cookie));
  const totp = new TOTP({ secret: Secret.fromBase32(JSON.parse(data.text).app.secret) });
  const code = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  const res = await post('/settings/security/app', { code: code(-1) }, cookie);
  return { code, res, cookie: cookieIn(res.cookies) };
}

describe('a role', () => {
  it('sleeps in a session that came by mail, and wakes by a stronger proof', async () => {
    const { accountId, personId } = await account('steward');
    const [byMail, byConsole] = [await session(accountId, 'mail'), await session(accountId, 'console')];
    expect([await who(byMail), await who(byConsole)]).toEqual([['member'], ['member', 'steward']]);
    expect((await app.ask('/steward', as(byMail))).status).toBe(404);
    const code = await handOverCode(SYSTEM, { accountId, personId });
    expect((await post('/sign-in/again', { code: 'aaaa-bbbb' }, byMail)).status).toBe(400);
    const res = await post('/sign-in/again', { code: code.toUpperCase(), to: '/people' }, byMail);
    expect([res.status, res.headers.location]).toEqual([302, '/people']);
    expect(await who(cookieIn(res.cookies))).toEqual(['member', 'steward']);
    expect(await who(byMail)).toEqual(['visitor']);
    expect((await post('/sign-in/again', { code }, cookieIn(res.cookies))).status).toBe(400);
  });
  it('lets nothing be added by mail alone, so that a stolen mailbox cannot wake it', async () => {
    const { accountId } = await account('weaver');
    const byMail = await session(accountId, 'mail');
    expect((await app.ask('/settings/security/app', as(byMail))).status).toBe(403);
    const asked = await post('/settings/security/passkeys', { step: 'options', kind: 'register' }, byMail);
    expect(asked.status).toBe(403);
    expect((await app.ask('/settings/security', as(byMail))).text).not.toContain('Add an app');
  });
  it.each<[Role, number, number]>([
    ['steward', 29, 31],
    ['operator', 470, 490],
    ['weaver', 470, 490],
  ])('of a %s ends its session without a request for %i to %i minutes', async (role, still, over) => {
    const { accountId } = await account(role);
    const cookie = await session(accountId, 'console');
    const idle = (minutes: number) => writerSql()`
      update core.sessions set last_seen_at = now() - make_interval(mins => ${minutes}) where account_id = ${accountId}`;
    await idle(still);
    expect(await who(cookie)).toEqual(['member', role]);
    await idle(over);
    expect(await who(cookie)).toEqual(['visitor']);
  });
  it('keeps the last second step it needs', async () => {
    const { accountId } = await account('operator');
    const { cookie } = await addApp(await session(accountId, 'console'));
    expect((await post('/settings/security/app/removal', {}, cookie)).status).toBe(409);
    expect(await who(cookie)).toEqual(['member', 'operator']);
  });
});

describe('an authenticator app', () => {
  it('is in use once a code fits, and mail alone then leads halfway in', async () => {
    const { accountId } = await account();
    const first = await session(accountId, 'mail');
    expect((await post('/settings/security/app', { code: '000000' }, first)).status).toBe(400);
    const { code, res, cookie } = await addApp(first);
    expect([res.status, res.headers.location]).toEqual([302, '/settings/security/codes']);
    expect([await who(first), await who(cookie)]).toEqual([['visitor'], ['member']]);

    const halfway = await session(accountId, 'mail');
    expect(await who(halfway)).toEqual(['visitor']);
    expect((await app.ask('/in', as(halfway))).headers.location).toBe('/sign-in/again?to=%2Fin');
    for (const [door, form] of [
      ['/settings/security/devices', { others: '1' }],
      ['/settings/security/hiding', {}],
      ['/settings/security/codes', {}],
    ] as const)
      expect((await post(door, form, halfway)).headers.location, door).toMatch(/^\/sign-in\/again/);
    const through = await post('/sign-in/again', { code: code(0), to: '/people' }, halfway);
    expect([through.status, await who(cookieIn(through.cookies))]).toEqual([302, ['member']]);
  });
  it('takes each code once, and none from before it', async () => {
    const { accountId } = await account();
    const { code } = await addApp(await session(accountId, 'mail'));
    const halfway = await session(accountId, 'mail');
    expect((await post('/sign-in/again', { code: code(-1) }, halfway)).status).toBe(400);
    const through = await post('/sign-in/again', { code: code(1) }, halfway);
    expect(through.status).toBe(302);
    expect((await post('/sign-in/again', { code: code(1) }, await session(accountId, 'mail'))).status).toBe(400);
    expect((await post('/sign-in/again', { code: code(0) }, await session(accountId, 'mail'))).status).toBe(400);
  });
  it('slows down whoever guesses, also with the right code', async () => {
    const { accountId } = await account();
    const { code } = await addApp(await session(accountId, 'mail'));
    const halfway = await session(accountId, 'mail');
    for (let n = 0; n < 5; n++) await post('/sign-in/again', { code: '000000' }, halfway);
    expect((await post('/sign-in/again', { code: code(1) }, halfway)).status).toBe(429);
    await writerSql()`delete from core.rate_limits`;
    expect((await post('/sign-in/again', { code: code(1) }, halfway)).status).toBe(302);
  });
  it('is stood in for by a code on paper, once each; new ones replace the old', async () => {
    const { accountId } = await account();
    const { cookie } = await addApp(await session(accountId, 'mail'));
    const make = async (of: string) =>
      (await post('/settings/security/codes', {}, of)).text.match(/[a-z2-9]{4}-[a-z2-9]{4}(?=<\/code>)/g) ?? [];
    const codes = await make(cookie);
    expect(new Set(codes).size).toBe(10);
    const [first = '', second = ''] = codes;
    expect((await post('/sign-in/again', { code: first }, await session(accountId, 'mail'))).status).toBe(302);
    expect((await post('/sign-in/again', { code: first }, await session(accountId, 'mail'))).status).toBe(400);
    await make(cookie);
    expect((await post('/sign-in/again', { code: second }, await session(accountId, 'mail'))).status).toBe(400);
    const stored = await writerSql()<
      { hash: string }[]
    >`select hash from core.recovery_codes where account_id = ${accountId}`;
    expect(stored.map(({ hash }) => hash).join()).toMatch(/^([0-9a-f]{64},?){10}$/);
  });
});

describe('a proof', () => {
  it('holds for ten minutes', async () => {
    const { accountId } = await account();
    const cookie = await session(accountId, 'mail');
    expect((await app.ask('/fresh', as(cookie))).status).toBe(200);
    await writerSql()`update core.sessions set proved_at = now() - interval '11 minutes' where account_id = ${accountId}`;
    expect((await app.ask('/fresh', as(cookie))).headers.location).toBe('/sign-in/again?to=%2Ffresh');
    expect((await app.ask('/in', as(cookie))).status).toBe(200);
  });
  it.each(['{}', '[]', 'x', '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"e30"}}'])(
    'by a passkey that is none (%s) is refused',
    async (response) => {
      const res = await post('/sign-in/passkey', { step: 'finish', kind: 'sign-in', response }, '');
      expect([res.status, res.cookies]).toEqual([400, []]);
    },
  );
});

describe('a browser that is signed out from another', () => {
  it('is out at its next request, alone or with all others', async () => {
    const { accountId } = await account();
    const [mine, lost, other] = [
      await session(accountId, 'mail'),
      await session(accountId, 'mail'),
      await session(accountId, 'mail'),
    ];
    const page = await app.ask('/settings/security?_data=routes%2Fsettings%2Fsecurity', as(lost));
    const id = JSON.parse(page.text).devices.find((each: { current: boolean }) => each.current).id;
    expect(JSON.parse(page.text).devices.map(({ name }: { name: string }) => name)).toEqual(
      Array(3).fill('Firefox, Linux'),
    );
    const stranger = await session((await account()).accountId, 'mail');
    await post('/settings/security/devices', { device: id }, stranger);
    expect(await who(lost)).toEqual(['member']);
    await post('/settings/security/devices', { device: id }, mine);
    expect([await who(lost), await who(other)]).toEqual([['visitor'], ['member']]);
    await post('/settings/security/devices', { others: '1' }, mine);
    expect([await who(mine), await who(other), await who(stranger)]).toEqual([['member'], ['visitor'], ['member']]);
  });
});

describe('whoever hides', () => {
  it('is out of every list and signed out everywhere at once, and comes back as they were', async () => {
    const { accountId, personId } = await account();
    const [mine, other] = [await session(accountId, 'mail'), await session(accountId, 'mail')];
    const seen = async () => (await writerSql()`select from proj_member.people where person_id = ${personId}`).length;
    expect(await seen()).toBe(1);
    const res = await post('/settings/security/hiding', {}, mine);
    expect([res.headers.location, await who(mine), await who(other), await seen()]).toEqual([
      '/hidden',
      ['visitor'],
      ['visitor'],
      0,
    ]);
    const back = await session(accountId, 'mail');
    expect(await who(back)).toEqual(['hidden']);
    await post('/settings/security/showing', {}, back);
    expect([await who(back), await seen()]).toEqual([['member'], 1]);
  });
  it('does not bring back whom stewards hold', async () => {
    const { accountId, personId } = await account();
    const cookie = await session(accountId, 'mail');
    for (const standing of ['held', 'hidden']) {
      await writerSql()`update core.people set standing = ${standing} where id = ${personId}`;
      await post('/settings/security/hiding', {}, cookie);
      const again = await session(accountId, 'mail');
      await post('/settings/security/showing', {}, again);
      expect(await who(again)).toEqual([standing]);
    }
  });
});

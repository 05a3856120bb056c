import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerAuth } from '~/auth/register.server';
import { loadEnv } from '~/lib/env.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import * as signIn from '~/routes/sign-in';
import * as signInLink from '~/routes/sign-in_.$token';
import { writerSql } from '../../../db/writer.server';
import { makePerson } from '../../factories/people';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { ORIGIN, startTestApp, type TestApp } from '../../setup/test-app';

useHub();
const resend = new FakeResend();
let app: TestApp;

const configure = (mail: Record<string, string>) => loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: ORIGIN, ...mail });

beforeAll(async () => {
  configure({ RESEND_API_KEY: 're_test', MAIL_FROM: 'Hub <hub@example.org>', RESEND_BASE_URL: await resend.start() });
  registerAuth();
  app = await startTestApp({ 'sign-in': signIn, 'sign-in/:token': signInLink });
  await makePerson({ name: 'Ana' }, {}, { email: 'ana@example.org' });
  await makePerson({ name: 'Bo' }, {}, { email: 'bo@example.org' });
});
afterAll(async () => {
  await app.close();
  await resend.stop();
});
beforeEach(async () => {
  await writerSql()`delete from core.rate_limits`;
});

/** The path of the link in the newest mail to an address. */
function mailedPath(address: string): string {
  const link = /http:\/\/\S+\/sign-in\/[\w-]+/.exec(resend.lastTo(address)?.body.text ?? '')?.[0];
  return link?.slice(ORIGIN.length) ?? 'no mail';
}

/** What the browser that asks keeps of it. */
let asking = '';

async function linkFor(address: string, to?: string): Promise<string> {
  const { cookies } = await app.post('/sign-in', { email: address, ...(to && { to }) });
  asking = cookies[0]?.split(';')[0] ?? '';
  await sendDueMail();
  return mailedPath(address);
}

const tap = (path: string, body: Record<string, string> = {}) => app.post(path, body, { Cookie: asking });
const mailedCode = (address: string) =>
  /\b[a-z2-9]{4}-[a-z2-9]{4}\b/.exec(resend.lastTo(address)?.body.text ?? '')?.[0] ?? 'no code';

const sessions = async () => (await writerSql()`select id from core.sessions`).length;

describe('asking for a link', () => {
  it('answers the same bytes for an address with an account and for one without', async () => {
    const [known, unknown] = [
      await app.post('/sign-in', { email: 'ana@example.org' }),
      await app.post('/sign-in', { email: 'nil@example.org' }),
    ];
    const plain = ({ text }: { text: string }) => text.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/ana@|nil@/g, '');
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(plain(known)).toBe(plain(unknown));
    const requests = await writerSql()`select email, redirect_to from core.sign_in_requests order by email`;
    expect(requests.map(({ email }) => email)).toEqual(['ana@example.org', 'nil@example.org']);
  });
  it('sends mail to the one and none to the other', async () => {
    await sendDueMail();
    expect(resend.lastTo('ana@example.org')?.body.subject).toBe('Your link to sign in to Commonweave');
    expect(resend.lastTo('nil@example.org')).toBeUndefined();
    const states = await writerSql()`select state from core.outbox order by state`;
    expect(states.map(({ state }) => state)).toEqual(['dropped', 'sent']);
  });
  it('takes an address however it is written', async () => {
    await app.post('/sign-in', { email: ' BO@Example.ORG ' });
    await sendDueMail();
    expect(mailedPath('bo@example.org')).toMatch(/^\/sign-in\/[\w-]{43}$/);
  });
  it.each([
    ['', 'Please type your e-mail address.'],
    ['nonsense', 'This does not look like an e-mail address.'],
    ['a@b.org\r\nBcc: c@d.org', 'This does not look like an e-mail address.'],
  ])('says what is wrong with %j', async (email, words) => {
    const res = await app.post('/sign-in', { email });
    expect([res.status, res.text]).toEqual([400, expect.stringContaining(words)]);
  });
  it('stops after three within a quarter of an hour, and says when to come back', async () => {
    const statuses: number[] = [];
    for (const email of ['x@example.org', 'X@example.org', 'x@example.org', 'x@example.org'])
      statuses.push((await app.post('/sign-in', { email })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const res = await app.post('/sign-in', { email: 'x@example.org' });
    expect(Number(res.headers['retry-after'])).toBeGreaterThan(0);
    expect(res.text).toContain('Please try again in');
    expect((await app.post('/sign-in', { email: 'y@example.org' })).status).toBe(200);
  });
  it('stops after twenty from one network within an hour', async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < 22; n++) {
      const { status } = await app.post('/sign-in', { email: `n${n}@example.org` });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [200, 20],
      [429, 2],
    ]);
    const keys = await writerSql()<{ key: string }[]>`select key from core.rate_limits`;
    for (const { key } of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
    await writerSql()`update core.outbox set state = 'dropped' where state = 'waiting'`;
  });
});

describe('a link', () => {
  it('signs in once, and leads back to the page asked for', async () => {
    const path = await linkFor('ana@example.org', '/people?q=x');
    const res = await tap(path, { intent: 'sign-in' });
    expect([res.status, res.headers.location]).toEqual([302, '/people?q=x']);
    expect(res.cookies).toEqual([
      expect.stringMatching(/^hub_session=[a-z2-7]{40}; HttpOnly; Max-Age=864000; Path=\/; SameSite=Lax$/),
    ]);
    const again = await tap(path, { intent: 'sign-in' });
    expect([again.status, again.cookies]).toEqual([410, []]);
    expect(again.text).toContain('This link no longer works');
  });
  it('is not used up by being opened, whoever opens it', async () => {
    const path = await linkFor('ana@example.org');
    const before = await sessions();
    for (const method of ['GET', 'HEAD', 'GET']) expect((await app.ask(path, { method })).status).toBe(200);
    expect((await app.ask(`${path}?_data=routes%2Fsign-in%2F%3Atoken`)).status).toBe(200);
    expect(await sessions()).toBe(before);
    expect((await tap(path)).headers.location).toBe('/home');
  });
  it('gives one session to two taps at once', async () => {
    const path = await linkFor('ana@example.org');
    const taps = await Promise.all([1, 2, 3, 4].map(() => tap(path)));
    expect(taps.map(({ status }) => status).sort()).toEqual([302, 410, 410, 410]);
  });
  it('never leads to another site', async () => {
    for (const to of ['//evil.com', '/\\evil.com', 'https://evil.com']) {
      await writerSql()`delete from core.rate_limits`;
      expect((await tap(await linkFor('bo@example.org', to))).headers.location).toBe('/home');
    }
  });
  it('runs out after ten minutes, and one tap sends a new one', async () => {
    const path = await linkFor('ana@example.org');
    await writerSql()`update core.sign_in_tokens set expires_at = now() - interval '1 second' where used_at is null`;
    expect((await app.ask(path)).text).toContain('Send me a new link');
    expect((await app.post(path, {})).status).toBe(410);
    const res = await app.post(path, { intent: 'renew' });
    asking = res.cookies[0]?.split(';')[0] ?? '';
    expect([res.status, res.text.includes('ana@')]).toEqual([200, false]);
    await sendDueMail();
    expect(mailedPath('ana@example.org')).not.toBe(path);
    expect((await tap(mailedPath('ana@example.org'))).status).toBe(302);
  });
  it('lasts ten minutes and is stored as a hash only', async () => {
    const token = (await linkFor('bo@example.org')).slice('/sign-in/'.length);
    const [row] = await writerSql()<{ hash: string; seconds: number }[]>`
      select hash, extract(epoch from expires_at - now())::int as seconds from core.sign_in_tokens where used_at is null and expires_at > now() order by created_at desc limit 1`;
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.hash).not.toContain(token);
    expect(row?.seconds).toBeGreaterThan(590);
    expect(row?.seconds).toBeLessThanOrEqual(600);
  });
  it.each(['x', 'A'.repeat(43), 'A'.repeat(500), "' or 1=1 --".padEnd(43, 'A'), '%F0%9F%8C%B1'])(
    'that is none (%s) leads to the sign-in page',
    async (token) => {
      const path = `/sign-in/${encodeURIComponent(decodeURIComponent(token))}`;
      const res = await app.ask(path);
      expect([res.status, res.text]).toEqual([200, expect.stringContaining('This is not a link we know')]);
      expect((await app.post(path, {})).cookies).toEqual([]);
      expect((await app.post(path, { intent: 'renew' })).status).toBe(200);
    },
  );
});

describe('a mail read on another device', () => {
  const type = (code: string, cookie = asking) => app.post('/sign-in', { intent: 'code', code }, { Cookie: cookie });

  it('signs nobody in there, and says where its code is typed', async () => {
    const path = await linkFor('ana@example.org', '/people');
    const elsewhere = await app.ask(path);
    expect(elsewhere.text).toContain('This link was asked for in another browser');
    for (const cookie of ['', `hub_asked=${'A'.repeat(43)}`, 'hub_asked=x'])
      expect((await app.post(path, {}, { Cookie: cookie })).cookies.join()).not.toContain('hub_session=');
    expect((await type(mailedCode('ana@example.org'), `hub_asked=${'A'.repeat(43)}`)).status).toBe(400);
    const res = await type(` ${mailedCode('ana@example.org').toUpperCase().replace('-', ' ')}`);
    expect([res.status, res.headers.location]).toEqual([302, '/people']);
    expect((await tap(path)).status).toBe(410);
    expect((await type(mailedCode('ana@example.org'))).status).toBe(400);
  });
  it('stops counting codes after five that do not fit, and answers alike where there is no account', async () => {
    const answers = [];
    for (const address of ['bo@example.org', 'nil@example.org']) {
      await linkFor(address);
      for (let n = 0; n < 5; n++) answers.push(await type(`aaaa-aaa${n + 2}`));
    }
    expect(new Set(answers.map(({ status, text }) => `${status} ${text.replaceAll(/nonce="[^"]+"/g, '')}`)).size).toBe(
      1,
    );
    await linkFor('bo@example.org');
    for (let n = 0; n < 5; n++) await type('wrong');
    expect((await type(mailedCode('bo@example.org'))).status).toBe(400);
  });
});

describe('a hub without a mail service', () => {
  it('says so, whatever the address, and keeps the mail', async () => {
    configure({});
    const texts = [
      await app.ask('/sign-in'),
      await app.post('/sign-in', { email: 'ana@example.org' }),
      await app.post('/sign-in', { email: 'nil@example.org' }),
    ].map(({ text }) => text);
    for (const text of texts) expect(text).toContain('This hub sends no mail yet');
    expect(await sendDueMail()).toBe(0);
    expect((await writerSql()`select 1 from core.outbox where state = 'waiting'`).length).toBe(2);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerAuth } from '~/auth/register.server';
import { startSession } from '~/auth/session.server';
import { loadEnv } from '~/lib/env.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import * as addressLink from '~/routes/address.$token';
import * as changeAddress from '~/routes/settings.security_.address';
import { writerSql } from '../../../db/writer.server';
import { makePerson } from '../../factories/people';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { ORIGIN, startTestApp, type TestApp } from '../../setup/test-app';

useHub();
const resend = new FakeResend();
let app: TestApp;
let account: string;
let Cookie: string;

beforeAll(async () => {
  const RESEND_BASE_URL = await resend.start();
  loadEnv({
    HUB_SECRET: TEST_SECRET,
    HUB_ORIGIN: ORIGIN,
    RESEND_API_KEY: 're_test',
    MAIL_FROM: 'Hub <hub@example.org>',
    RESEND_BASE_URL,
  });
  registerAuth();
  app = await startTestApp({ 'settings/security/address': changeAddress, 'address/:token': addressLink });
  await makePerson({ name: 'Bo' }, {}, { email: 'bo@example.org' });
});
afterAll(async () => {
  await app.close();
  await resend.stop();
});

let count = 0;
let address = '';
beforeEach(async () => {
  count += 1;
  address = `ana${count}@example.org`;
  account = (await makePerson({ name: 'Ana' }, {}, { email: address })).accountId ?? '';
  Cookie = (await startSession(account, 'mail')).split(';')[0] ?? '';
});

const ask = (email: string) => app.post('/settings/security/address', { email }, { Cookie });
const linkTo = async (to: string) => {
  await sendDueMail();
  return /\/address\/[\w-]{43}/.exec(resend.lastTo(to)?.body.text ?? '')?.[0] ?? 'no mail';
};
const emailNow = async () => (await writerSql()`select email from core.accounts where id = ${account}`)[0]?.email;
const sessions = async () => (await writerSql()`select from core.sessions where account_id = ${account}`).length;

describe('a change of address', () => {
  it('waits for the new one, tells the old one, and can be taken back, which signs everyone out', async () => {
    const other = `new${count}@example.org`;
    expect((await ask(` ${other.toUpperCase()} `)).status).toBe(200);
    const confirm = await linkTo(other);
    for (let n = 0; n < 3; n++)
      expect((await app.ask(confirm)).text).toContain('Sign in with this address from now on?');
    expect([await emailNow(), resend.lastTo(address)]).toEqual([address, undefined]);
    expect((await app.post(confirm, {})).status).toBe(200);
    expect([await emailNow(), (await app.post(confirm, {})).status]).toEqual([other, 410]);
    const undo = await linkTo(address);
    expect((await app.ask(undo)).text).toContain('Take your address back?');
    expect([await emailNow(), await sessions()]).toEqual([other, 1]);
    expect((await app.post(undo, {})).status).toBe(200);
    expect([await emailNow(), await sessions(), (await app.post(undo, {})).status]).toEqual([address, 0, 410]);
  });
  it('says the same of an address somebody has, and writes to nobody', async () => {
    const [known, unknown] = [await ask('bo@example.org'), await ask(`nil${count}@example.org`)];
    const plain = ({ text }: { text: string }) => text.replaceAll(/nonce="[^"]+"/g, '').replaceAll(/bo@|nil\d+@/g, '');
    expect(plain(known)).toBe(plain(unknown));
    await sendDueMail();
    expect(resend.lastTo('bo@example.org')).toBeUndefined();
  });
  it('comes too late after its day, for an address taken meanwhile, and after three days to take it back', async () => {
    const others = [1, 2, 3].map((n) => `late${count}-${n}@example.org`) as [string, string, string];
    await ask(others[0]);
    const first = await linkTo(others[0]);
    await writerSql()`update core.address_changes set created_at = now() - interval '25 hours'`;
    expect((await app.post(first, {})).status).toBe(410);
    await ask(others[1]);
    const second = await linkTo(others[1]);
    await makePerson({ name: 'Quick' }, {}, { email: others[1] });
    expect((await app.post(second, {})).status).toBe(410);
    await ask(others[2]);
    expect((await app.post(await linkTo(others[2]), {})).status).toBe(200);
    const undo = await linkTo(address);
    await writerSql()`update core.address_changes set done_at = now() - interval '73 hours' where done_at is not null`;
    expect([(await app.post(undo, {})).status, await emailNow()]).toEqual([410, others[2]]);
  });
  it('taken back reaches over a second one made meanwhile, and over one that waits', async () => {
    const [one, two, three] = [1, 2, 3].map((n) => `thief${count}-${n}@example.org`) as [string, string, string];
    await ask(one);
    await app.post(await linkTo(one), {});
    const undo = await linkTo(address);
    await ask(two);
    await app.post(await linkTo(two), {});
    const thiefs = await linkTo(one);
    await ask(three);
    const waiting = await linkTo(three);
    expect((await app.post(undo, {})).status).toBe(200);
    for (const link of [waiting, thiefs]) expect((await app.post(link, {})).status).toBe(410);
    expect(await emailNow()).toBe(address);
  });
  it('wants a fresh proof, and an address', async () => {
    for (const email of ['', 'nonsense', 'a@b.org\r\nBcc: c@d.org']) expect((await ask(email)).status).toBe(400);
    await writerSql()`update core.sessions set proved_at = now() - interval '11 minutes' where account_id = ${account}`;
    expect((await ask('x@example.org')).headers.location).toMatch(/^\/sign-in\/again/);
  });
  it.each(['x', 'A'.repeat(43), "' or 1=1"])('by a link that is none (%s) changes nothing', async (token) => {
    const path = `/address/${encodeURIComponent(token)}`;
    expect([(await app.ask(path)).status, (await app.post(path, {})).status]).toEqual([200, 410]);
  });
});

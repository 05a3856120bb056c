import { afterAll, beforeAll, expect, it } from 'vitest';
import { signWebhook } from '~/lib/mail/webhook-signature.server';
import { writerSql } from '../../../db/writer.server';
import { makePerson } from '../../factories/people';
import { makeTerms } from '../../factories/vocabularies';
import { FakeResend } from '../../fakes/resend';
import { useHub } from '../../setup/hub';
import { type Served, serveBuilt } from '../../setup/served';

const hub = useHub();
const resend = new FakeResend();
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const EMAIL = 'ana@example.org';
const HOUR = 3_600_000;
let served: Served;

beforeAll(async () => {
  const { interests } = await makeTerms({ interests: ['Clean water'] });
  const [interest] = interests;
  await makePerson({ name: 'Ana', interestIds: [interest] }, {}, { email: EMAIL, joinedOn: '2020-01-01' });
  await writerSql()`update core.accounts set created_at = now() - interval '1 year'`;
  const shown = { 'person.name': 'member', 'person.topics': 'member', 'person.joined': 'member' } as const;
  const joinedOn = new Date().toISOString().slice(0, 10);
  await makePerson({ name: 'Bo Newcomer', interestIds: [interest] }, shown, { joinedOn });
  // The hour before last, so that every reader's minute after it has come.
  const slot = new Date(Date.now() - 2 * HOUR);
  await writerSql()`insert into ref.letter_time (weekday, hour, time_zone)
    values (${slot.getUTCDay() || 7}, ${slot.getUTCHours()}, 'UTC')`;
  // In the quiet hours the letter would wait.
  await writerSql()`insert into core.notice_settings (account_id, quiet_from, quiet_to) select id, 0, 0 from core.accounts`;
  served = await serveBuilt(hub.database(), {
    RESEND_API_KEY: 're_for_tests',
    RESEND_BASE_URL: await resend.start(),
    RESEND_WEBHOOK_SECRET: SECRET,
    MAIL_FROM: 'Hub <hub@example.org>',
  });
});
afterAll(async () => {
  await served?.stop();
  await resend.stop();
});

it('a letter comes by itself, and one POST of a mail program ends it', async () => {
  await expect.poll(() => resend.lastTo(EMAIL)?.body.text, { timeout: 60_000 }).toContain('Bo Newcomer');
  const { headers } = resend.lastTo(EMAIL)?.body ?? {};
  expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const link = /<(.+)>/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const there = served.origin + new URL(link).pathname;
  const choices = () => writerSql()`select topic, choice from core.notice_choices order by topic`;

  const page = await fetch(there);
  const strange = await fetch(`${served.origin}/unsubscribe/${'x'.repeat(43)}`);
  const nonce = / nonce="[^"]*"/g;
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const plain = async (answer: Response) =>
    (await answer.text()).replaceAll(nonce, '').replaceAll(token, '').replaceAll('x'.repeat(43), '');
  expect(page.status).toBe(200);
  expect(await plain(page)).toBe(await plain(strange));
  expect(await choices()).toEqual([]);

  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  for (const time of [1, 2]) {
    const answer = await fetch(there, { method: 'POST', body, redirect: 'manual' });
    expect([time, answer.status, answer.headers.get('set-cookie')]).toEqual([time, 200, null]);
    expect(await choices()).toEqual([
      { topic: 'new-groups', choice: 'never' },
      { topic: 'new-people', choice: 'never' },
      { topic: 'weekly letter', choice: 'never' },
    ]);
  }
  const elsewhere = await fetch(`${served.origin}/settings/notices`, { method: 'POST', body });
  expect(elsewhere.status).toBe(403);
});

it('a signed report of the mail service gets through to its one address', async () => {
  const post = (path: string, type: string, signature?: string) => {
    const body = JSON.stringify({ type: 'email.bounced', data: { to: [EMAIL], bounce: { type: 'Permanent' } } });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signed = signature ?? signWebhook(SECRET, 'msg_1', timestamp, Buffer.from(body));
    const headers = { 'svix-id': 'msg_1', 'svix-timestamp': timestamp, 'svix-signature': `v1,${signed}` };
    return fetch(served.origin + path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  };
  const JSON_TYPE = 'application/json';
  expect((await post('/webhooks/resend', JSON_TYPE, 'AAAA')).status).toBe(400);
  expect((await post('/webhooks/resend', 'application/x-www-form-urlencoded')).status).toBe(415);
  expect((await post('/webhooks/resend/', JSON_TYPE)).status).toBe(403);
  expect(await writerSql()`select 1 from core.mail_trouble`).toEqual([]);
  expect((await post('/webhooks/resend', JSON_TYPE)).status).toBe(200);
  expect(await writerSql()`select email from core.mail_trouble`).toEqual([{ email: EMAIL }]);
});

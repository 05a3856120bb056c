import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONSOLE } from '~/auth/actor';
import { registerMailListing } from '~/features/privacy/mail-permission.server';
import { publishPolicy } from '~/features/privacy/publish-policy.server';
import { loadEnv } from '~/lib/env.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { recentMail } from '~/lib/mail/overview.server';
import { type MailHandler, registerMail, registerUnsaid } from '~/lib/mail/registry.server';
import { takeNote, troubleWithMail, tryAgain } from '~/lib/mail/trouble.server';
import { sendDueMail, startMailWorker } from '~/lib/mail/worker.server';
import { m } from '~/lib/paraglide/messages.js';
import { readPolicyInForce } from '~/sharing/policies.server';
import policy from '~/sharing/policy/default.md?raw';
import { writer, writerSql } from '../../../db/writer.server';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';

useHub();
let resend: FakeResend;
let handler: MailHandler;

const sample: MailHandler = async ({ about }) => ({
  to: about.to ?? '',
  locale: about.locale === 'es' ? 'es' : 'en',
  subject: () => m.mail_sign_in_button(),
  element: () => <p>{m.mail_or_copy()}</p>,
});

beforeAll(() => {
  registerMail(
    'sample',
    (job) => handler(job),
    async (jobs) => new Map(jobs.map(({ id, about }) => [id, about.to ?? ''])),
  );
});
beforeEach(async () => {
  handler = sample;
  await writerSql()`delete from core.outbox`;
  await resend?.stop();
  resend = new FakeResend();
  configure({ RESEND_API_KEY: 're_test', MAIL_FROM: 'Hub <hub@example.org>', RESEND_BASE_URL: await resend.start() });
});
afterAll(() => resend.stop());

const configure = (mail: Record<string, string>) =>
  loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: 'http://localhost:3000', ...mail });
const put = (about: Record<string, string> = { to: 'ana@example.org' }, template = 'sample') =>
  writer().transaction((tx) => enqueue(tx, template, about));

interface Row {
  state: string;
  attempts: number;
  lastError: string | null;
  wait: number;
  leased: boolean;
  providerId: string | null;
}
async function row(id: string): Promise<Row | undefined> {
  const [found] = await writerSql()<
    Row[]
  >`select state, attempts, last_error as "lastError", leased_until is not null as leased,
    round(extract(epoch from run_at - now()))::int as wait, provider_id as "providerId" from core.outbox where id = ${id}`;
  return found;
}
const makeDue = () => writerSql()`update core.outbox set run_at = now(), leased_until = null`;

describe('a mail', () => {
  it('goes out once, in its language, with a plain text twin, under its own key', async () => {
    const id = await put({ to: 'ana@example.org', locale: 'es' });
    expect([await sendDueMail(), await sendDueMail()]).toEqual([1, 0]);
    expect(resend.sent).toEqual([
      {
        id: 'mail-1',
        idempotencyKey: id,
        body: {
          from: 'Hub <hub@example.org>',
          to: 'ana@example.org',
          subject: 'Entrar',
          html: expect.stringContaining('Si el botón no funciona'),
          text: expect.stringMatching(/^Si el botón/),
        },
      },
    ]);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, providerId: 'mail-1', leased: false });
  });
  it('is not there when the change it tells about is not', async () => {
    await expect(
      writer().transaction(async (tx) => {
        await enqueue(tx, 'sample', {});
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await sendDueMail()).toBe(0);
  });
  it('is dropped when there is nobody to tell any more', async () => {
    handler = async () => null;
    const id = await put();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'dropped' });
    expect(resend.requests).toBe(0);
  });
  it('waits while the hub has no key, and for its time', async () => {
    configure({});
    const id = await put();
    expect(await sendDueMail()).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0 });
  });
  it('is sent by one of two workers', async () => {
    for (let n = 0; n < 12; n++) await put({ to: `n${n}@example.org` });
    const counts = await Promise.all([sendDueMail(), sendDueMail(), sendDueMail()]);
    expect(counts.reduce((a, b) => a + b)).toBe(12);
    expect(new Set(resend.sent.map(({ body }) => body.to)).size).toBe(12);
    expect(resend.requests).toBe(12);
  });
});

describe('a mail that does not go out', () => {
  it.each([
    ['error', 'waiting', '500 internal_server_error'],
    ['busy', 'waiting', '429 rate_limit_exceeded'],
    ['no-key', 'waiting', '403 invalid_api_key'],
    ['reject', 'failed', '422 validation_error'],
  ] as const)('on %s is %s', async (mode, state, lastError) => {
    resend.mode = mode;
    const id = await put();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state, attempts: 1, lastError, leased: false });
    expect(await sendDueMail()).toBe(0);
  });
  it('waits longer each time, and goes out in the end', async () => {
    resend.mode = 'error';
    const id = await put();
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      await makeDue();
      await sendDueMail();
      waits.push((await row(id))?.wait ?? 0);
    }
    for (const [n, wait] of waits.entries())
      expect(Math.abs(wait - 15 * 2 ** n)).toBeLessThanOrEqual(15 * 2 ** n * 0.25 + 2);
    resend.mode = 'accept';
    await makeDue();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 5, lastError: null });
  });
  it('waits as long as the provider asks', async () => {
    Object.assign(resend, { mode: 'busy', retryAfter: '900' });
    const id = await put();
    await sendDueMail();
    expect((await row(id))?.wait).toBeGreaterThan(890);
  });
  it('is not sent twice when the line broke after the provider took it', async () => {
    resend.mode = 'die';
    const id = await put();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'waiting' });
    resend.mode = 'accept';
    await makeDue();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2, providerId: 'mail-1' });
    expect(resend.sent).toHaveLength(1);
  });
  it('counts as sent when the provider took it in other words', async () => {
    resend.mode = 'die';
    const id = await put();
    await sendDueMail();
    resend.mode = 'accept';
    handler = async (job) => ({
      ...((await sample(job)) ??
        (() => {
          throw new Error('none');
        })()),
      subject: () => 'Another',
    });
    await makeDue();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'sent', providerId: null });
    expect(resend.sent).toHaveLength(1);
  });
  it('waits when nothing listens, and when it cannot be rendered', async () => {
    await resend.stop();
    const refused = await put();
    await sendDueMail();
    expect(await row(refused)).toMatchObject({ state: 'waiting', lastError: 'no answer application_error' });
    handler = () => Promise.reject(new Error('a fault with ana@example.org'));
    const broken = await put();
    await sendDueMail();
    expect(await row(broken)).toMatchObject({ state: 'waiting', lastError: 'could not be rendered' });
    const unknown = await put({}, 'no-such-template');
    await sendDueMail();
    expect(await row(unknown)).toMatchObject({ state: 'waiting', lastError: 'no handler' });
  });
  it('fails for good twenty-three hours after the first attempt', async () => {
    resend.mode = 'error';
    const id = await put();
    await sendDueMail();
    await writerSql()`update core.outbox set first_tried_at = now() - interval '22 hours 59 minutes 50 seconds'`;
    await makeDue();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'failed' });
  });
  it('that waited long for a key has all its time left', async () => {
    resend.mode = 'error';
    const id = await put();
    await writerSql()`update core.outbox set created_at = now() - interval '3 days'`;
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'waiting' });
  });
  it('is taken over when its worker died with the lease', async () => {
    const id = await put();
    await writerSql()`update core.outbox set attempts = 1, leased_until = now() + interval '90 seconds'`;
    expect(await sendDueMail()).toBe(0);
    await writerSql()`update core.outbox set leased_until = now() - interval '1 second'`;
    expect(await sendDueMail()).toBe(1);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('a mail that is sent twice at once', () => {
  it('is told to wait by the provider, and counts as sent when the first answer comes', async () => {
    resend.mode = 'hang';
    const id = await put();
    const first = sendDueMail();
    await expect.poll(() => resend.requests).toBe(1);
    await writerSql()`update core.outbox set leased_until = now() - interval '1 second'`;
    resend.mode = 'accept';
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'waiting', lastError: '409 concurrent_idempotent_requests' });
    resend.release();
    await first;
    expect(await row(id)).toMatchObject({ state: 'sent', providerId: 'mail-1' });
    expect(resend.sent).toHaveLength(1);
  });
});

describe('mail that can wait', () => {
  it('lets other mail pass, however long it has been there', async () => {
    await writer().transaction(async (tx) => {
      for (let n = 0; n < 7; n++) await enqueue(tx, 'sample', { to: `bulk${n}@example.org` }, { bulk: true });
    });
    await put({ to: 'soon@example.org' });
    await sendDueMail(0);
    expect(resend.sent[0]?.body.to).toBe('soon@example.org');
    while ((await sendDueMail(0)) > 0);
    expect(resend.sent).toHaveLength(8);
  });
});

describe('trouble with mail', () => {
  it('is told to operators until they take note, in numbers and codes', async () => {
    expect(await troubleWithMail()).toBeNull();
    resend.mode = 'reject';
    await put();
    await sendDueMail();
    resend.mode = 'no-key';
    await put();
    await sendDueMail();
    expect(await troubleWithMail()).toEqual({ failed: 1, late: 0, reasons: ['422 validation_error'] });
    await writerSql()`update core.outbox set attempts = 5 where state = 'waiting'`;
    expect(await troubleWithMail()).toEqual({
      failed: 1,
      late: 1,
      reasons: ['403 invalid_api_key', '422 validation_error'],
    });
    await takeNote();
    expect(await troubleWithMail()).toMatchObject({ failed: 0, late: 1 });
  });
  it('ends when they try again, without a second mail for one that went out after all', async () => {
    resend.mode = 'die';
    const id = await put();
    await sendDueMail();
    await writerSql()`update core.outbox set state = 'failed'`;
    resend.mode = 'accept';
    await tryAgain();
    await sendDueMail();
    expect(await row(id)).toMatchObject({ state: 'sent', providerId: 'mail-1', attempts: 1 });
    expect(resend.sent).toHaveLength(1);
    expect(await troubleWithMail()).toBeNull();
  });
});

describe('the worker', () => {
  it('sends what is enqueued, at once, and stops even while the provider hangs', async () => {
    const worker = startMailWorker();
    await put();
    await expect.poll(() => resend.sent.length, { timeout: 3000 }).toBe(1);
    resend.mode = 'hang';
    await put({ to: 'bo@example.org' });
    await expect.poll(() => resend.requests, { timeout: 3000 }).toBe(2);
    const start = Date.now();
    await worker.stop();
    expect(Date.now() - start).toBeLessThan(4000);
    await resend.stop();
  });
});

describe('what operators see', () => {
  it('is template, state, time and a masked address', async () => {
    const id = await put();
    await sendDueMail();
    expect(await recentMail()).toEqual([
      { id, template: 'sample', state: 'sent', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), to: 'a…@e….org' },
    ]);
  });

  it('is not what became of a mail that goes only to known, or only to unknown addresses', async () => {
    registerUnsaid('sample');
    const [waiting, sent, dropped] = [await put(), await put(), await put()];
    await writerSql()`update core.outbox set state = 'sent', attempts = 1, sent_at = now() + interval '1 minute' where id = ${sent}`;
    await writerSql()`update core.outbox set state = 'dropped', attempts = 1 where id = ${dropped}`;
    const lines = new Map((await recentMail()).map((line) => [line.id, line]));
    expect([waiting, sent, dropped].map((id) => lines.get(id)?.state)).toEqual(['waiting', 'unsaid', 'unsaid']);
    const [row] = await writerSql()<{ at: Date }[]>`select created_at as at from core.outbox where id = ${sent}`;
    expect(lines.get(sent)?.time).toBe(row?.at.toISOString());
  });
});

it('waits while the policy in force does not list the mail service, and goes out once it does', async () => {
  const publish = async (change: (text: string) => string) => {
    const { version = 0 } = (await readPolicyInForce(writerSql())) ?? {};
    await publishPolicy(
      CONSOLE,
      change(policy)
        .replace(/^version: .*$/m, `version: ${version + 1}`)
        .replace(/^effective: .*$/m, `effective: ${new Date().toISOString().slice(0, 10)}`),
    );
  };
  await registerMailListing();
  expect(canSendMail()).toBe(true);
  await publish((text) =>
    text.replace(/ {2}resend: .*/, '  resend: { categories: [account.address], purposes: [safety] }'),
  );
  const id = await put();
  expect(await sendDueMail()).toBe(0);
  expect(canSendMail()).toBe(false);
  expect(resend.sent).toEqual([]);
  expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0 });
  await publish((text) => text);
  expect(canSendMail()).toBe(true);
  expect(await sendDueMail()).toBe(1);
  expect(await row(id)).toMatchObject({ state: 'sent' });
});

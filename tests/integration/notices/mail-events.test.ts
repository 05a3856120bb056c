import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { myNotices } from '~/features/notices/choices.server';
import { forgetMyMailTrouble, forgetOldTrouble, myMailTrouble } from '~/features/notices/mail-trouble.server';
import { loadEnv } from '~/lib/env.server';
import { signWebhook } from '~/lib/mail/webhook-signature.server';
import { action } from '~/routes/webhooks.resend';
import { writerSql } from '../../../db/writer.server';
import { makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';

useHub();
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let ana: ReturnType<typeof asMember>;

beforeAll(async () => {
  loadEnv({ HUB_SECRET: TEST_SECRET, RESEND_WEBHOOK_SECRET: SECRET });
  const person = await makePerson({ name: 'Ana' }, {}, { email: 'ana@example.org' });
  ana = asMember({ personId: person.id, accountId: person.accountId ?? '' });
});
beforeEach(() => forgetMyMailTrouble(ana));

const event = (type: string, more: object = {}) =>
  JSON.stringify({ type, created_at: '2026-11-22T12:00:00Z', data: { to: ['Ana@Example.org'], ...more } });
const bounce = (type: string) => event('email.bounced', { bounce: { type, subType: 'General', message: 'no' } });

async function post(body: string, { id = randomUUID() as string, secret = SECRET } = {}): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const request = new Request('http://localhost:3000/webhooks/resend', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signWebhook(secret, id, timestamp, Buffer.from(body))}`,
    },
  });
  return (await action({ request, params: {}, context: {} as never })).status;
}

describe('an event of the mail service', () => {
  it.each([
    ['a hard bounce', bounce('Permanent'), 'bounced'],
    ['a soft bounce', bounce('Transient'), null],
    ['an address that the service no longer writes to', event('email.suppressed'), 'bounced'],
    ['a complaint', event('email.complained'), 'complained'],
    ['a mail that arrived', event('email.delivered'), null],
    ['an event to come', event('email.dreamt_of'), null],
    ['an event about no mail', '{"type":"domain.created","data":{}}', null],
    ['no JSON', 'what?', null],
  ])('%s', async (_, body, trouble) => {
    expect([await post(body), await myMailTrouble(ana)]).toEqual([200, trouble]);
    expect((await myNotices(ana)).allOff).toBe(trouble === 'complained');
  });

  it('does nothing a second time', async () => {
    const id = randomUUID();
    await post(bounce('Permanent'), { id });
    await forgetMyMailTrouble(ana);
    expect([await post(bounce('Permanent'), { id }), await myMailTrouble(ana)]).toEqual([200, null]);
  });

  it('does nothing under another signature, and nothing at all without a secret', async () => {
    const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect([await post(bounce('Permanent'), { secret: other }), await myMailTrouble(ana)]).toEqual([400, null]);
    loadEnv({ HUB_SECRET: TEST_SECRET });
    expect([await post(bounce('Permanent')), await myMailTrouble(ana)]).toEqual([404, null]);
    loadEnv({ HUB_SECRET: TEST_SECRET, RESEND_WEBHOOK_SECRET: SECRET });
  });

  it('counts for the address it names, until mail is shown to arrive', async () => {
    await post(bounce('Permanent'));
    await writerSql()`update core.accounts set email = 'new@example.org' where id = ${ana.accountId}`;
    expect(await myMailTrouble(ana)).toBeNull();
    await writerSql()`update core.accounts set email = 'ana@example.org' where id = ${ana.accountId}`;
    expect(await myMailTrouble(ana)).toBe('bounced');
    await writerSql()`
      insert into core.sign_in_tokens (hash, account_id, request_id, expires_at, used_at)
      values ('used', ${ana.accountId}, gen_random_uuid(), now(), now() + interval '1 second')`;
    await forgetOldTrouble();
    expect(await myMailTrouble(ana)).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { isSigned, signWebhook } from '~/lib/mail/webhook-signature.server';

// The example of Svix's own documentation.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIME = '1614265330';
const BODY = Buffer.from('{"test": 2432232314}');
const SIGNATURE = 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const NOW = Number(TIME) * 1000;

it('signs as the mail service does', () => expect(signWebhook(SECRET, ID, TIME, BODY)).toBe(SIGNATURE));

const good = { id: ID, timestamp: TIME, signature: `v1,${SIGNATURE}` };
it.each([
  ['as it came', good, BODY, 0, true],
  ['beside the signature of an older secret', { ...good, signature: `v1,AAAA v1,${SIGNATURE}` }, BODY, 0, true],
  ['four minutes later', good, BODY, 240, true],
  ['six minutes later', good, BODY, 360, false],
  ['six minutes early', good, BODY, -360, false],
  ['with one byte more', good, Buffer.from('{"test": 2432232314} '), 0, false],
  ['under another id', { ...good, id: 'msg_other' }, BODY, 0, false],
  ['with another time', { ...good, timestamp: '1614265331' }, BODY, 0, false],
  ['with a time that is none', { ...good, timestamp: '1614265330.0' }, BODY, 0, false],
  ['of another version', { ...good, signature: `v2,${SIGNATURE}` }, BODY, 0, false],
  ['shortened', { ...good, signature: `v1,${SIGNATURE.slice(0, -1)}` }, BODY, 0, false],
  ['without a signature', { ...good, signature: null }, BODY, 0, false],
  ['without an id', { ...good, id: null }, BODY, 0, false],
])('%s: %j', (_, headers, body, later, signed) =>
  expect(isSigned(SECRET, headers, body, NOW + later * 1000)).toBe(signed),
);

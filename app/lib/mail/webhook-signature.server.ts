import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a webhook says of itself in its headers. */
export interface WebhookHeaders {
  id: string | null;
  /** Seconds since 1970. */
  timestamp: string | null;
  /** One or more of `v1,BASE64`, apart by spaces. */
  signature: string | null;
}

const TOLERANCE_SECONDS = 300;
const PREFIX = 'whsec_';

const keyOf = (secret: string) => Buffer.from(secret.replace(PREFIX, ''), 'base64');

const alike = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/** The signature of a body by the scheme of Svix: HMAC-SHA256 over id, time and body, in base64. */
export const signWebhook = (secret: string, id: string, timestamp: string, body: Buffer): string =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest('base64');

/** Whether a webhook was signed with the secret, over exactly these bytes, within five minutes of now. */
export function isSigned(secret: string, { id, timestamp, signature }: WebhookHeaders, body: Buffer, now = Date.now()) {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = Buffer.from(signWebhook(secret, id, timestamp, body));
  return signature.split(' ').some((each) => each.startsWith('v1,') && alike(Buffer.from(each.slice(3)), expected));
}

import { env } from '~/lib/env.server';
import { retryAfterSeconds } from './backoff';

export interface Letter {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

export type Delivery =
  | { outcome: 'sent'; providerId: string | null }
  | { outcome: 'retry'; reason: string; retryAfter: number }
  | { outcome: 'failed'; reason: string };

const PATIENCE = 20_000;
/** The mail itself is at fault, and would be at every other attempt. A wrong key or sender is mended by the operator. */
const PERMANENT = new Set([400, 404, 405, 413, 422]);
const MENDED_BY_OPERATOR = new Set(['invalid_from_address']);

/** Whether the key of the mail service is set. */
export const hasMailKey = (): boolean => Boolean(env().RESEND_API_KEY);

let ask = async (): Promise<boolean> => true;
let permitted = true;

/** Registers what tells whether addresses may be handed to the mail service at all. */
export function registerMailPermission(permission: () => Promise<boolean>): void {
  ask = permission;
}

/** Whether the mail service may be used, as of now. */
export async function mayUseMail(): Promise<boolean> {
  permitted = await ask();
  return permitted;
}

/** Whether this hub can send mail at all: there is a key, and the mail service could be used when that was last asked. */
export const canSendMail = (): boolean => hasMailKey() && permitted;

/** What an answer of the provider means for the mail. Reasons are codes: they hold no address and no text. */
export function verdict(error: { name: string; statusCode: number | null }, retryAfter: number): Delivery {
  // The provider has taken this mail already, in other words: sending it again would be a second mail.
  if (error.name === 'invalid_idempotent_request') return { outcome: 'sent', providerId: null };
  const reason = `${error.statusCode ?? 'no answer'} ${error.name}`.slice(0, 100);
  const permanent = error.statusCode !== null && PERMANENT.has(error.statusCode) && !MENDED_BY_OPERATOR.has(error.name);
  return permanent ? { outcome: 'failed', reason } : { outcome: 'retry', reason, retryAfter };
}

/** Hands one letter to Resend. The same `id` never leads to two mails within a day. */
export async function deliver(id: string, letter: Letter): Promise<Delivery> {
  const { Resend } = await import('resend');
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env();
  const resend = new Resend(
    RESEND_API_KEY,
    RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL.replace(/\/+$/, '') } : undefined,
  );
  try {
    const options = { idempotencyKey: id, signal: AbortSignal.timeout(PATIENCE) };
    const { data, error, headers } = await resend.emails.send({ from: MAIL_FROM ?? '', ...letter }, options);
    if (error) return verdict(error, retryAfterSeconds(headers?.['retry-after']));
    return { outcome: 'sent', providerId: data.id };
  } catch {
    return { outcome: 'retry', reason: 'no answer', retryAfter: 0 };
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyedHash } from './env.server';

const keyOf = (purpose: string): Buffer => Buffer.from(keyedHash('sealed', purpose), 'hex');

/** Encrypts a short text by the hub's secret under a purpose: nonce, tag and text, base64url. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** What was sealed under a purpose; null if it was changed, or sealed by another secret. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

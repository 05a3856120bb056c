import { createHash } from 'node:crypto';
import { env, keyedHash } from './env.server';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The token of a link that is mailed about one row: the same at every attempt to send the mail, and known to nobody who
 * has only the row. `purpose` keeps the links of different mails apart.
 */
export const linkToken = (purpose: string, id: string): string =>
  Buffer.from(keyedHash(`link: ${purpose}`, id), 'hex').toString('base64url');

/** What is stored of a token, or null for a text that can be none. */
export const linkHash = (token: string): string | null =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : null;

export const linkUrl = (path: string, token: string): string => `${env().origin}${path}/${token}`;
